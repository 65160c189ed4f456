import { createRoot } from 'react-dom/client'
import { FaultPage } from './fault-page.tsx'
import './page.css'

const place = document.getElementById('page')
if (place) createRoot(place).render(<FaultPage />)
