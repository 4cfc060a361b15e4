/** How the answers of a campaign's cards stand against the facts they are computed from. */
export type Computation = {
  readonly campaignId: string;
  readonly title: string;
  /** BEHIND: they are being computed, or are about to be. FAILED: not tried again until somebody asks or facts change. */
  readonly state: 'BEHIND' | 'FRESH' | 'FAILED';
  /** Cards that are filled, and those of them that are behind. */
  readonly open: number;
  readonly due: number;
  /** The last run that ended well: when, after what («загрузки файла «…»»), how many cards, how many answers changed or appeared. */
  readonly at: Date | null;
  readonly after: string;
  readonly cards: number;
  readonly changed: number;
  readonly failure: string;
};

/** The computed part of one card: whether it is behind, and what the last run that changed any answer changed. */
export type CardComputation = {
  readonly isBehind: boolean;
  readonly at: Date | null;
  readonly changed: readonly string[];
  readonly changedAt: Date | null;
  readonly changedAfter: string;
};
