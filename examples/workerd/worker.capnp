using Workerd = import "/workerd/workerd.capnp";

const config :Workerd.Config = (
  services = [
    ( name = "upgrades",
      worker = (
        modules = [ ( name = "worker.js", esModule = embed "dist/worker.js" ) ],
        compatibilityDate = "2026-11-01",
        bindings = [
          ( name = "PARTNER_CENTER_URL", fromEnvironment = "PARTNER_CENTER_URL" ),
          ( name = "PARTNER_CENTER_TOKEN", fromEnvironment = "PARTNER_CENTER_TOKEN" ),
        ],
      ) ),
    # Loopback counts as private: remove "private" where the worker should reach only the real Partner Center.
    ( name = "internet",
      network = ( allow = [ "public", "private" ], tlsOptions = ( trustBrowserCas = true ) ) ),
  ],
  sockets = [ ( name = "http", address = "127.0.0.1:8787", http = (), service = "upgrades" ) ],
);
