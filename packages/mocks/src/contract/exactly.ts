declare const exact: unique symbol

/**
 * A value that has the properties of a shape and no others. Only `exactly` creates one: TypeScript itself accepts properties that a type
 * does not list, so a property that was renamed in the contract would go unnoticed.
 */
export type Exactly<Shape> = Shape & { readonly [exact]: true }

/** The type of a value in which each property that the shape does not list, at any depth, gets a type that no value has. */
export type Listed<Value, Shape> = unknown extends Shape
  ? Value
  : Value extends string
    ? Value
    : Value extends readonly (infer Item)[]
      ? readonly Listed<Item, ItemOf<Shape>>[]
      : Value extends object
        ? { [Key in keyof Value]: ListedProperty<Value, Key, Shape> }
        : Value

type ListedProperty<Value, Key extends keyof Value, Shape> = Key extends symbol
  ? Value[Key]
  : Key extends NameOf<Shape>
    ? Listed<Value[Key], PropertyOf<Shape, Key>>
    : NoSuchProperty<Key>

/** The type of a property that the contract does not list. No value has it, so the compiler reports the property by name. */
interface NoSuchProperty<Name> {
  readonly [exact]: Name
}

/** The names that a shape lists, without those that only its index signature allows, unless it has nothing else. */
type NameOf<Shape> = Shape extends object
  ? keyof WithoutIndex<Shape> extends never
    ? keyof Shape
    : keyof WithoutIndex<Shape>
  : never

type WithoutIndex<Shape> = {
  [Key in keyof Shape as string extends Key
    ? never
    : number extends Key
      ? never
      : symbol extends Key
        ? never
        : Key]: Shape[Key]
}

// Distributes over the alternatives of a shape, which list different properties.
type PropertyOf<Shape, Key> = Shape extends unknown ? (Key extends keyof Shape ? Shape[Key] : never) : never
type ItemOf<Shape> = Shape extends readonly (infer Item)[] ? Item : never

type Check<Shape> = <Value extends Shape>(value: Value & Listed<Value, Shape>) => Exactly<Shape>

/**
 * Accepts a value of a shape: `exactly<Fault>()(value)`. An unlisted property is a type error at that property; so is a missing required
 * one. An object that a nested callback returns needs its own `exactly`: there the compiler infers the expected type.
 */
export function exactly<Shape>(): Check<Shape> {
  return check
}

function check<Shape>(value: Shape): Exactly<Shape> {
  // The compiler has already checked the value: nothing is left to do at run time.
  return value as Exactly<Shape>
}
