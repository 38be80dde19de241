// Made from schemas/ by `npm run generate`; do not edit.

export type Unit = 'USD' | 'shares' | 'USD/shares' | 'pure';
/**
 * On which basis the figures are stated. Figures on different bases are never mixed in one equation.
 */
export type Basis =
  | 'reported'
  | 'asPreviouslyReported'
  | 'restated'
  | 'proForma'
  | 'nonGaap'
  | 'parentOnly'
  | 'segment'
  | 'adjustment'
  | 'supplementary';
export type Statement = (
  IncomeStatement | BalanceSheet | CashFlowStatement | EquityStatement | ComprehensiveIncomeStatement | OtherTable
) & {
  kind: StatementKind;
};
/**
 * How the page writes its currency, where that is not the dollar: a sign or an ISO 4217 code.
 */
export type Currency =
  '€' | '£' | '¥' | '₩' | '₹' | 'EUR' | 'GBP' | 'JPY' | 'CNY' | 'RMB' | 'CHF' | 'INR' | 'KRW' | 'SEK' | 'NOK' | 'DKK';
/**
 * What one printed unit stands for: 1000 for a statement in thousands.
 */
export type Scale = 1 | 10 | 100 | 1000 | 10000 | 100000 | 1000000 | 1000000000;
/**
 * What one printed unit of a share count stands for; 1 if absent, whatever the scale of money.
 */
export type SharesScale = 1 | 1000 | 1000000;
/**
 * @minItems 1
 */
export type Columns = Column[];
export type Rows = Row[];
export type StatementKind =
  | 'incomeStatement'
  | 'balanceSheet'
  | 'cashFlowStatement'
  | 'equityStatement'
  | 'comprehensiveIncomeStatement'
  | 'other';
/**
 * What the amount is of what it measures: the whole of it (is, if absent); a part; the change since an earlier period; a cause of that change; its share of another line; the price or the number of what was sold for the amount in 'of'.
 */
export type Relation = 'is' | 'part' | 'change' | 'driver' | 'share' | 'price' | 'quantity';
export type NoteSubject = 'scale' | 'sign' | 'period' | 'label' | 'structure' | 'unplaced' | 'confidence';
export type MisprintKind =
  | 'transposed-digits'
  | 'one-digit'
  | 'sign'
  | 'power-of-ten'
  | 'neighbouring-row'
  | 'neighbouring-column'
  | 'dropped-line';
export type Severity = 'error' | 'warning' | 'query' | 'info';
export type Verdict = 'exact' | 'rounding' | 'edge' | 'breaks' | 'unproven';
export type EditKind =
  | 'sign'
  | 'power-of-ten'
  | 'dropped-line'
  | 'doubled-line'
  | 'column-swap'
  | 'period-swap'
  | 'row-swap'
  | 'transposed-digits'
  | 'one-digit'
  | 'dropped-digit'
  | 'extra-digit'
  | 'other';
/**
 * inForce; void: a figure or the equation has changed; expired; unmatched: there is no such finding.
 */
export type WaiverStatus = 'inForce' | 'void' | 'expired' | 'unmatched';

export interface Schemas {
  Config?: Config;
  Unit?: Unit;
  Basis?: Basis;
  Place?: Place;
  Filing?: Filing;
  Claim?: Claim;
  Note?: Note;
  OwnVocabulary?: OwnVocabulary;
  RulePack?: RulePack;
  Probe?: Probe;
  Score?: Score;
  Probed?: Probed;
  Survivors?: Survivors;
  MisprintKind?: MisprintKind;
  Rule?: Rule;
  Severity?: Severity;
  Example?: Example;
  Run?: Run;
  RuleSummary?: RuleSummary;
  Verdict?: Verdict;
  Audited?: Audited;
  Joint?: Joint;
  Conflict?: Conflict;
  Diagnosis?: Diagnosis;
  Coverage?: Coverage;
  Power?: Power;
  SourceDocument?: SourceDocument;
  Waived?: Waived;
  StatementSummary?: StatementSummary;
  Term?: Term;
  Finding?: Finding;
  NotApplied?: NotApplied;
  FaultRecord?: FaultRecord;
  FaultPlace?: FaultPlace;
  WaiverOutcome?: WaiverOutcome;
  Counts?: Counts;
  Summary?: Summary;
  StatementKind?: StatementKind;
  Scale?: Scale;
  Currency?: Currency;
  SharesScale?: SharesScale;
  Column?: Column;
  Row?: Row;
  Vocabulary?: Vocabulary;
  Concept?: Concept;
  WaiverFile?: WaiverFile;
  Waiver?: Waiver;
}
/**
 * A project's settings, in tieout.config.yaml, .json or .ts. Flags on the command line take precedence.
 */
export interface Config {
  $schema?: string;
  /**
   * Files with rules of one's own, as paths or patterns from the folder of the config: rules/*.yaml.
   */
  rules?: string[];
  /**
   * Files with concepts and labels of one's own, as paths or patterns.
   */
  vocabulary?: string[];
  /**
   * The company whose reports these are, for labels that mean something else there.
   */
  company?: string;
  /**
   * The rules that are run, by id or by tag; all if absent.
   *
   * @minItems 1
   *
   * Items: The id of a rule (per-share/basic), or a tag (per-share).
   */
  only?: string[];
  /**
   * The rules that are left out, by id or by tag.
   *
   * Items: The id of a rule (per-share/basic), or a tag (per-share).
   */
  skip?: string[];
  /**
   * Severity by rule id or by tag: error, warning, query or info. An id goes before a tag; of several tags the most severe goes.
   */
  severity?: {
    /**
     * One of error, warning, query and info; to leave a rule out, name it under skip.
     */
    [k: string]: Severity;
  };
  /**
   * The severity from which on a broken rule fails the run.
   */
  failOn?: Severity;
  /**
   * The file of accepted findings; tieout.waivers.yaml beside the config if there is one.
   */
  waivers?: string;
  /**
   * The reports that are written besides the one on the screen: a file for each format.
   */
  outputs?: {
    /**
     * The file that the report is written to.
     */
    [k: string]: string;
  };
}
/**
 * Where something stands: document, line and column, both from 1.
 */
export interface Place {
  document: string;
  line: number;
  column: number;
}
/**
 * The figures of one report as printed. Pleasant to write by hand from a page: one row a line, figures as text.
 */
export interface Filing {
  $schema?: string;
  format: 'tieout/filing@1';
  /**
   * The document that the places refer to; as given on the command line, or beside this file.
   */
  document?: string;
  company?: string;
  statements: Statement[];
  /**
   * The amounts in sentences, in the order of the page; the first is p1.
   */
  claims?: Claim[];
  /**
   * What was decided or could not be placed while reading.
   */
  notes?: Note[];
}
/**
 * Revenues to net income or loss, with per-share figures and share counts; each column a duration (Regulation S-X 5-03).
 */
export interface IncomeStatement {
  kind: 'incomeStatement';
  /**
   * The statement's title as printed.
   */
  title?: string;
  basis?: Basis;
  currency?: Currency;
  scale?: Scale;
  sharesScale?: SharesScale;
  columns: Columns;
  rows: Rows;
}
export interface Column {
  /**
   * The column's heading as printed, on one line.
   */
  heading: string;
  /**
   * An instant (2006-03-31) or a duration with both days included (2006-01-01/2006-03-31).
   */
  period?: string;
  basis?: Basis;
  /**
   * What the column shows, where it is not amounts.
   */
  shows?: 'change' | 'percent' | 'note';
}
/**
 * One line of the statement, in the statement's order. A row without figures is a heading.
 */
export interface Row {
  /**
   * The label as printed; empty for a total without a label.
   */
  label: string;
  /**
   * The concept, where the label alone does not give it.
   */
  concept?: string;
  /**
   * How far the label is set in, in characters.
   */
  indent?: number;
  /**
   * True where the page shows a total: by its label or by a line drawn above it.
   */
  total?: true;
  unit?: Unit;
  scale?: Scale;
  /**
   * The figures as printed, one for each column; null where the page shows nothing.
   */
  printed?: (string | null)[];
  /**
   * Where each figure stands in the document, as line:column.
   */
  at?: (string | null)[];
  /**
   * The line of the document on which the row starts.
   */
  line?: number;
}
/**
 * Assets, liabilities and equity; each column an instant (Regulation S-X 5-02).
 */
export interface BalanceSheet {
  kind: 'balanceSheet';
  /**
   * The statement's title as printed.
   */
  title?: string;
  basis?: Basis;
  currency?: Currency;
  scale?: Scale;
  sharesScale?: SharesScale;
  columns: Columns;
  rows: Rows;
}
/**
 * Cash flows from operating, investing and financing activities; each column a duration (ASC 230).
 */
export interface CashFlowStatement {
  kind: 'cashFlowStatement';
  /**
   * The statement's title as printed.
   */
  title?: string;
  basis?: Basis;
  currency?: Currency;
  scale?: Scale;
  sharesScale?: SharesScale;
  columns: Columns;
  rows: Rows;
}
/**
 * Changes in stockholders' equity; each column a component of equity.
 */
export interface EquityStatement {
  kind: 'equityStatement';
  /**
   * The statement's title as printed.
   */
  title?: string;
  basis?: Basis;
  currency?: Currency;
  scale?: Scale;
  sharesScale?: SharesScale;
  columns: Columns;
  rows: Rows;
}
/**
 * Net income and other comprehensive income; each column a duration (ASC 220).
 */
export interface ComprehensiveIncomeStatement {
  kind: 'comprehensiveIncomeStatement';
  /**
   * The statement's title as printed.
   */
  title?: string;
  basis?: Basis;
  currency?: Currency;
  scale?: Scale;
  sharesScale?: SharesScale;
  columns: Columns;
  rows: Rows;
}
/**
 * A table of figures that is not a primary statement: highlights, reconciliations, segments.
 */
export interface OtherTable {
  kind: 'other';
  /**
   * The statement's title as printed.
   */
  title?: string;
  basis?: Basis;
  currency?: Currency;
  scale?: Scale;
  sharesScale?: SharesScale;
  columns: Columns;
  rows: Rows;
}
/**
 * One amount in a sentence and what the sentence says that it measures, or why that is not certain.
 */
export interface Claim {
  /**
   * The amount as printed, with its word of scale: '$56.6 million', '4.1 million shares', '12%'.
   */
  printed: string;
  /**
   * Where it stands in the document, as line:column.
   */
  at?: string;
  /**
   * Where the printed text does not say it: USD/shares of '$2.59'.
   */
  unit?: Unit;
  /**
   * What one printed unit stands for, where the text above says so: 1000 below 'all dollar amounts are in thousands'.
   */
  scale?: Scale;
  /**
   * What it measures, in the words of the text; the label of a line where it has no concept.
   */
  measures?: string;
  /**
   * A US-GAAP element name.
   */
  concept?: string;
  /**
   * A US-GAAP element name.
   */
  within?: string;
  /**
   * The concepts of which it is the sum: 'cash and marketable securities'.
   *
   * @minItems 2
   *
   * Items: A US-GAAP element name.
   */
  sum?: string[];
  /**
   * An instant (2006-03-31) or a duration with both days included (2006-01-01/2006-03-31).
   */
  period?: string;
  /**
   * An instant (2006-03-31) or a duration with both days included (2006-01-01/2006-03-31).
   */
  since?: string;
  relation?: Relation;
  /**
   * The claim of which this is a part, a driver, the price or the quantity: p8.
   */
  of?: string;
  /**
   * A US-GAAP element name.
   */
  against?: string;
  /**
   * True where the text says that the parts or drivers of that claim are all there are.
   */
  complete?: true;
  /**
   * Which way it went, of a change.
   */
  direction?: 'up' | 'down';
  /**
   * True where the words say that a plain amount is negative: a loss of $5 million.
   */
  negative?: true;
  /**
   * What the words say of its precision: about, more than (over), nearly (under).
   */
  hedge?: 'about' | 'over' | 'under';
  /**
   * The words around it, as evidence.
   */
  words?: string;
  /**
   * By which words it was placed.
   */
  because?: string;
  /**
   * Why it is not said what it measures.
   */
  unplaced?: string;
}
export interface Note {
  about: NoteSubject;
  text: string;
  /**
   * Where it stands in the document, as line:column.
   */
  at?: string;
}
/**
 * What a project adds to the vocabulary: concepts of its own, and labels for any concept.
 */
export interface OwnVocabulary {
  $schema?: string;
  /**
   * Concepts that tieout does not have.
   */
  concepts?: Concept[];
  /**
   * Labels by which reports print a concept.
   */
  labels?: OwnLabel[];
}
export interface Concept {
  /**
   * The US-GAAP element name, or, where custom is true, a name of our own in the same style.
   */
  name: string;
  /**
   * True where the US-GAAP taxonomy has no such element.
   */
  custom?: true;
  /**
   * The concept in an accountant's words.
   */
  title: string;
  unit: 'USD' | 'shares' | 'USD/shares' | 'pure';
  /**
   * The side on which a positive amount stands, as in XBRL. Absent for shares, per-share amounts and ratios.
   */
  balance?: 'debit' | 'credit';
  period: 'duration' | 'instant';
  /**
   * True for a concept that by its nature sums up other lines of its statement.
   */
  subtotal?: true;
  /**
   * The statements on whose face the concept stands.
   *
   * @minItems 1
   */
  statements: StatementKind[];
  /**
   * Labels under which a positive printed amount is a positive amount of the concept, normalised.
   */
  labels: string[];
  /**
   * Labels under which a printed magnitude is a negative amount of the concept: 'net loss', 'accumulated deficit', 'income tax benefit'.
   */
  negativeLabels?: string[];
  /**
   * Labels that mean this concept only below a heading: 'basic' below 'net loss per share'. The heading and the label are normalised alike.
   */
  sectionLabels?: SectionLabel[];
}
export interface SectionLabel {
  heading: string;
  label: string;
  negative?: true;
}
export interface OwnLabel {
  /**
   * The label as a report prints it.
   */
  label: string;
  /**
   * A US-GAAP element name.
   */
  concept: string;
  /**
   * The company in whose reports it means this, whatever it means elsewhere.
   */
  company?: string;
  /**
   * The heading below which it means this, as printed.
   */
  heading?: string;
  /**
   * True where a printed amount without brackets is a negative amount of the concept.
   */
  negative?: true;
}
/**
 * A file of rules, in YAML or JSON. It is data: no code runs.
 */
export interface RulePack {
  $schema?: string;
  /**
   * The rules of this file, one after the other, each with its id, title, equation and the rest.
   *
   * @minItems 1
   */
  rules: Rule[];
}
/**
 * What must tie, as data. Equation, words, checks, tests and documentation all come from this record.
 */
export interface Rule {
  /**
   * Two parts of small letters, digits and hyphens, joined by a slash: house/revenue-covers-research.
   */
  id: string;
  /**
   * What must tie, as a sentence: Revenue covers research and development.
   */
  title: string;
  /**
   * The statement on which it is checked; any table, statement or not, for a rule over derivations.
   */
  statement: StatementKind | 'any';
  /**
   * For example: lines(OperatingExpenses) = OperatingExpenses
   */
  equation: string;
  /**
   * The paragraph that demands it: 'ASC 260-10-45-10'.
   */
  authority: string;
  /**
   * True where the authority was written from memory and has not been confirmed by somebody who has the text.
   */
  confirm?: true;
  /**
   * Why a reader of the report should care; one sentence.
   */
  why: string;
  /**
   * How bad it is when it breaks: error, warning, query or info.
   */
  severity: Severity;
  /**
   * The rule does not apply in a period for which the report prints one of these.
   *
   * @minItems 1
   *
   * Items: A US-GAAP element name.
   */
  unless?: string[];
  /**
   * True where the equation walks down a statement: a line standing between its figures that it does not name makes the finding unproven instead of broken.
   */
  walk?: true;
  allows?: Allowance;
  /**
   * A US-GAAP element name.
   */
  decides?: string;
  /**
   * Words to choose rules by: small letters, digits and hyphens.
   *
   * Items: Small letters, digits and hyphens: per-share.
   */
  tags?: string[];
  /**
   * The smallest example that ties, figures as printed.
   */
  ties: Example;
  /**
   * The same example with a figure changed so that it breaks.
   */
  breaks: Example;
}
/**
 * A side that may be the greater one for a reason that a report need not print; the finding is unproven then instead of broken.
 */
export interface Allowance {
  greater: 'left' | 'right';
  /**
   * By how much at most, as a share of what the other figures give for the stated one: 0.05. Without it, by any amount.
   */
  atMost?: string;
  /**
   * Only where the stated figure is positive: a share that others take of income, they need not take of a loss.
   */
  positiveOnly?: true;
  because: string;
}
/**
 * By how much the figures of one filing could be wrong and nobody notice.
 */
export interface Probe {
  format: 'tieout/probe@1';
  /**
   * The file that was probed, as it was named.
   */
  source: string;
  /**
   * Of all figures together.
   */
  score: Score;
  /**
   * Every printed figure, in the order of the page.
   */
  figures: Probed[];
}
export interface Probed {
  figure: string;
  label: string;
  printed: string;
  place: Place;
  /**
   * The smallest change down that is noticed, in units; absent where none is.
   */
  down?: string;
  /**
   * A decimal, or a fraction of two whole numbers: 1/3.
   */
  up?: string;
  score: Score;
  /**
   * The misprints that nobody would notice, under the reason why.
   */
  survivors: Survivors[];
}
export interface Score {
  /**
   * Plausible misprints that were printed in place of a figure, one at a time.
   */
  misprints: number;
  /**
   * Those at which something broke that did not break before.
   */
  caught: number;
  /**
   * Of those, where a diagnosis of rank 1 names the figure; it may share the rank.
   */
  first: number;
  /**
   * Of those, where no more than two other diagnoses are as likely or likelier.
   */
  withinThree: number;
}
export interface Survivors {
  reason: string;
  misprints: Misprinted[];
}
export interface Misprinted {
  kind: MisprintKind;
  printed: string;
}
export interface Example {
  scale?: Scale;
  /**
   * For each figure of the equation, as the equation writes it, the printed text; for lines(…) a list of them.
   */
  figures: {
    [k: string]: string | string[];
  };
}
/**
 * Everything that one run found. Every report is a pure function of it.
 */
export interface Run {
  format: 'tieout/run@1';
  tool: {
    name: 'tieout';
    version: string;
  };
  /**
   * The rules that were run, whether or not they applied.
   */
  rules?: RuleSummary[];
  filings: Audited[];
  faults: FaultRecord[];
  summary: Summary;
}
/**
 * A rule as reports explain it; its severity is that of this run.
 */
export interface RuleSummary {
  id: string;
  title: string;
  /**
   * Absent where each page gives its own.
   */
  equation?: string;
  authority: string;
  why: string;
  severity: Severity;
}
/**
 * One filing with its figures and findings.
 */
export interface Audited {
  /**
   * The file that was checked, as it was named.
   */
  source: string;
  company?: string;
  statements: StatementSummary[];
  figures: Figure[];
  findings: Finding[];
  /**
   * Rules that bound to no period, each with the reason.
   */
  notApplied: NotApplied[];
  notes: Note[];
  counts: Counts;
  joint?: Joint;
  /**
   * What single change, or smallest set of changes, would repair what breaks; the likeliest first.
   */
  diagnoses?: Diagnosis[];
  coverage?: Coverage;
  /**
   * By how much each figure could be wrong unnoticed.
   */
  power?: Power[];
  document?: SourceDocument;
}
export interface StatementSummary {
  kind: StatementKind;
  title?: string;
  basis?: Basis;
  scale?: Scale;
  columns: Column[];
}
/**
 * One figure as printed, with everything that follows from how it was printed. Amounts are decimal text, never JSON numbers.
 */
export interface Figure {
  /**
   * Statement, row and column, each counted from 1: s2/r3/c1; of a figure in prose, its number: p12.
   */
  id: string;
  /**
   * Index of the statement in the filing, from 0; absent, like row and column, for a figure in prose.
   */
  statement?: number;
  /**
   * Index of the row in the statement, from 0.
   */
  row?: number;
  /**
   * Index of the column in the statement, from 0.
   */
  column?: number;
  label: string;
  /**
   * A US-GAAP element name.
   */
  concept?: string;
  /**
   * The text as printed.
   */
  printed: string;
  /**
   * The exact amount in units (not thousands), signed as printed or as the label says.
   */
  amount: string;
  /**
   * The amount under the concept's own sign (XBRL balance), where it differs from amount: a deduction printed in parentheses is a positive amount of an expense.
   */
  value?: string;
  unit: Unit;
  /**
   * Unit of last place, in units: 1000 for 43,087 in thousands. 0 for a figure that is exact.
   */
  ulp: string;
  /**
   * The least unrounded amount that prints so; included.
   */
  low: string;
  /**
   * The greatest unrounded amount that prints so; included.
   */
  high: string;
  /**
   * Where the sign of amount comes from: as printed; from a label such as 'net loss' over a figure without parentheses.
   */
  sign: 'printed' | 'label';
  /**
   * An instant (2006-03-31) or a duration with both days included (2006-01-01/2006-03-31).
   */
  period?: string;
  basis?: Basis;
  /**
   * Of a figure in prose: what the sentence says of it, and by which words that was decided.
   */
  claim?: Claim;
  place: Place;
}
/**
 * What one rule says of one period.
 */
export interface Finding {
  /**
   * The rule and the figure that it is about; stable from run to run.
   */
  id: string;
  rule: string;
  title: string;
  severity: Severity;
  verdict: Verdict;
  equation: string;
  statement?: number;
  /**
   * The column's heading.
   */
  column?: string;
  /**
   * An instant (2006-03-31) or a duration with both days included (2006-01-01/2006-03-31).
   */
  period?: string;
  basis?: Basis;
  terms: Term[];
  /**
   * The unit of gap and room.
   */
  unit?: string;
  /**
   * What the other printed amounts give for the stated figure; a quotient is cut to six places beyond the stated ones.
   */
  computed?: string;
  stated?: string;
  /**
   * Left minus right on the printed amounts, as a magnitude; 0 where an inequality holds.
   */
  gap?: string;
  /**
   * The most that rounding can explain of it.
   */
  room?: string;
  /**
   * Why it is unproven; or what the reader should know besides.
   */
  reason?: string;
  /**
   * The arithmetic worked out, on one line.
   */
  working?: string;
  waived?: Waived;
  place: Place;
}
/**
 * One figure of a finding, and how the equation names it.
 */
export interface Term {
  figure: string;
  /**
   * The figure as the equation writes it: lines(OperatingExpenses).
   */
  as: string;
  /**
   * With which its value enters left minus right, where the equation is linear.
   */
  coefficient?: string;
  /**
   * True for the figure that the others should give.
   */
  stated?: true;
}
/**
 * By which waiver a finding or conflict is accepted, or an equation of the conflict. It stays what it is.
 */
export interface Waived {
  reason: string;
  owner: string;
  /**
   * The last day on which it is in force.
   */
  expires: string;
}
export interface NotApplied {
  rule: string;
  reason: string;
}
export interface Counts {
  exact: number;
  rounding: number;
  edge: number;
  breaks: number;
  unproven: number;
}
/**
 * All linear equations of the filing as one system over the rounding intervals; what a quotient multiplies enters as one amount. Findings that are unproven, or whose reading is in doubt, take no part.
 */
export interface Joint {
  status: 'feasible' | 'infeasible' | 'undecided';
  equations: number;
  /**
   * How many figures these equations speak of.
   */
  figures: number;
  /**
   * Why it is undecided.
   */
  reason?: string;
  /**
   * Where it is feasible: an unrounded amount for each figure, with which every linear equation holds at once. A figure that stands in quotients alone is not listed.
   */
  witness?: Witness[];
  /**
   * Of two equations or more, no two sharing one; an equation that cannot hold by itself is a finding that breaks.
   */
  conflicts: Conflict[];
}
export interface Witness {
  figure: string;
  /**
   * A decimal, or a fraction of two whole numbers: 1/3.
   */
  amount: string;
}
/**
 * A smallest set of equations that cannot hold together, added up to one derived equation that no unrounded amounts satisfy.
 */
export interface Conflict {
  id: string;
  /**
   * The lowest of its members'.
   */
  severity: Severity;
  /**
   * The equations, each with what its left minus right is multiplied by in the sum.
   */
  members: Member[];
  /**
   * What is left of the sum; figures that cancel are not listed.
   */
  terms: ConflictTerm[];
  /**
   * A number that the equations themselves add to the sum; absent where it is zero.
   */
  constant?: string;
  /**
   * The derived equation in the words of the page: a sum against zero.
   */
  derived: string;
  /**
   * By how much the printed amounts miss the derived equation.
   */
  gap: string;
  /**
   * The most that rounding can explain of it.
   */
  room: string;
  unit: Unit;
  waived?: Waived;
}
export interface Member {
  finding: string;
  /**
   * A whole number, not zero.
   */
  multiplier: string;
}
export interface ConflictTerm {
  figure: string;
  /**
   * The figures that it is multiplied with.
   */
  with?: string[];
  /**
   * With which the figure's amount enters, or the product.
   */
  coefficient: string;
  /**
   * What it adds to the sum as printed, the coefficient included.
   */
  amount: string;
}
/**
 * One change, or a smallest set of changes, that repairs what it explains. Never applied.
 */
export interface Diagnosis {
  /**
   * From 1, the likeliest, among those that explain the same findings; equal ranks are ties.
   */
  rank: number;
  /**
   * Ids of the findings and conflicts that it repairs.
   */
  explains: string[];
  changes: Change[];
  /**
   * In words: what it explains, and how unlikely that is by chance.
   */
  evidence: string;
}
export interface Change {
  figure: string;
  /**
   * A decimal, or a fraction of two whole numbers: 1/3.
   */
  low?: string;
  /**
   * A decimal, or a fraction of two whole numbers: 1/3.
   */
  high?: string;
  /**
   * Printed texts that land in the interval, the likeliest first.
   */
  edits: Edit[];
}
export interface Edit {
  kind: EditKind;
  /**
   * What would have been printed.
   */
  printed: string;
  evidence: string;
}
/**
 * Which figures an equation touched.
 */
export interface Coverage {
  figures: number;
  /**
   * Figures that stand in a finding with a verdict other than unproven; the findings' terms say in which.
   */
  touched: number;
  untouched: string[];
  /**
   * Findings that could not be decided, each with the figures that are missing for it; rules that bound nowhere are in notApplied.
   */
  notRun: NotRun[];
}
export interface NotRun {
  finding: string;
  missing: string[];
}
/**
 * The smallest change down and up that some equation would notice; absent where none would.
 */
export interface Power {
  figure: string;
  /**
   * A decimal, or a fraction of two whole numbers: 1/3.
   */
  down?: string;
  /**
   * A decimal, or a fraction of two whole numbers: 1/3.
   */
  up?: string;
}
/**
 * The document itself, for reports that show it.
 */
export interface SourceDocument {
  kind: 'text' | 'html' | 'filing';
  text: string;
}
/**
 * What went wrong with the run: an unreadable file, a bad rule. Never about the report.
 */
export interface FaultRecord {
  code: string;
  message: string;
  place?: FaultPlace;
  excerpt?: string;
  hint?: string;
}
export interface FaultPlace {
  document: string;
  line?: number;
  column?: number;
}
export interface Summary {
  filings: number;
  figures: number;
  findings: number;
  /**
   * Sets of equations that hold one by one and not together.
   */
  conflicts: number;
  faults: number;
  counts: Counts;
  /**
   * How many of the findings are waived.
   */
  waived?: number;
  waivers?: WaiverOutcome[];
}
/**
 * What became of one waiver in this run.
 */
export interface WaiverOutcome {
  document: string;
  rule: string;
  column?: string;
  status: WaiverStatus;
  why: string;
  /**
   * Where the waiver stands.
   */
  place?: FaultPlace;
}
/**
 * The concepts that figures stand for, under their US-GAAP element names, with the labels by which reports print them.
 */
export interface Vocabulary {
  $schema?: string;
  concepts: Concept[];
}
/**
 * Findings that somebody has accepted, each with the figures for which it was accepted. `tieout waive` writes one.
 */
export interface WaiverFile {
  $schema?: string;
  waivers: Waiver[];
}
/**
 * One finding that is accepted. It stays a finding; it no longer fails the run.
 */
export interface Waiver {
  /**
   * The report, as a path from the folder of this file.
   */
  document: string;
  /**
   * The id of the rule, as the report prints it.
   */
  rule: string;
  /**
   * The rule's equation when it was accepted; another equation voids the waiver.
   */
  equation: string;
  /**
   * The heading of the column that the finding is about; empty where it has none.
   */
  column: string;
  /**
   * The figures for which it was accepted. If one of them changes, the waiver is void.
   *
   * @minItems 1
   */
  figures: Pin[];
  /**
   * Why it is accepted; for whoever reads the report.
   */
  reason: string;
  /**
   * Who answers for it.
   */
  owner: string;
  /**
   * The last day on which it is in force, as 2027-03-31.
   */
  expires: string;
}
export interface Pin {
  label: string;
  /**
   * The figure as printed.
   */
  printed: string;
  /**
   * The amount in units, signed, as it was read.
   */
  amount: string;
}
