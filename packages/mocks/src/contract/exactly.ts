declare const exact: unique symbol

/**
 * A value that has the properties of a shape and no others. Only `exactly` makes one: TypeScript itself accepts properties that a type
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

/** The names that a shape lists: not those that its index signature lets through, unless it has nothing but that. */
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

// Each of the alternatives of a shape by itself: one lists what another does not.
type PropertyOf<Shape, Key> = Shape extends unknown ? (Key extends keyof Shape ? Shape[Key] : never) : never
type ItemOf<Shape> = Shape extends readonly (infer Item)[] ? Item : never

type Check<Shape> = <Value extends Shape>(value: Value & Listed<Value, Shape>) => Exactly<Shape>

/**
 * Takes a value of a shape: `exactly<Fault>()(value)`. A property that the contract does not list is a type error, where it stands; so is
 * one that is required and missing. An object that a callback inside makes has to be taken by itself: the compiler takes it for what is asked.
 */
export function exactly<Shape>(): Check<Shape> {
  return check
}

function check<Shape>(value: Shape): Exactly<Shape> {
  // The compiler has looked at it already: nothing is left to do when it runs.
  return value as Exactly<Shape>
}
