/** What one run over the tests is asked to do. It is told in a file, which TIEOUT_MUTATION names. */
export interface Task {
  /** How many mutants there are. */
  readonly count: number;
  /** The number of the first mutant of each module. */
  readonly first: Readonly<Record<string, number>>;
  /** The numbers of those that are to be tried. */
  readonly tried: readonly number[];
  /** The one that is switched on from the first line of every module, if only one is tried. */
  readonly always?: number;
  /** Tests that take more milliseconds are left out. */
  readonly slowest: number;
  /** How many milliseconds of tests a mutant must survive. */
  readonly budget: number;
  /** Where it is told who died: "number test", a line each. */
  readonly dead: string;
  /** Where the number of the mutant stands that is running. */
  readonly running: string;
  /** Where it is told at the end which mutants ran, and which ran when the modules were loaded. */
  readonly reached: string;
}
