/** Words by key, as deep as it helps to read them. A key that counts ends in `_one` and `_other`. */
export interface WordTree {
  readonly [key: string]: string | WordTree;
}

/** The same keys in another language. Chinese has no singular of its own, so `_one` may be left out. */
export type SameWords<En> = {
  readonly [Key in keyof En as Key extends `${string}_one` ? never : Key]: En[Key] extends string
    ? string
    : SameWords<En[Key]>;
};

type Counted<Key extends string> = Key extends `${infer Stem}_one` | `${infer Stem}_other` ? Stem : Key;

/** `a.b` for each word of a tree; what counts is named without its ending. */
export type WordKey<Tree> = {
  [Key in keyof Tree & string]: Tree[Key] extends string ? Counted<Key> : `${Key}.${WordKey<Tree[Key]>}`;
}[keyof Tree & string];
