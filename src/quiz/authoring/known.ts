/** What a quiz may name. */
export interface Known {
  /** The tutorial's id; when left out, the name of the folder that holds the file. */
  readonly id?: string;
  readonly objectives: ReadonlySet<string>;
  readonly sections: ReadonlySet<string>;
  readonly sources: ReadonlySet<string>;
  /** The layers of each stack of the site in its first state; when left out, none is asked for. */
  readonly layers?: ReadonlyMap<string, ReadonlySet<string>>;
  /** The mistaken ideas that are explained; when left out, any may be named. */
  readonly misconceptions?: ReadonlySet<string>;
}
