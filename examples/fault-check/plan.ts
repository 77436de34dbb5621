/** How much of what a run does. */
export interface Plan {
  readonly documents: number;
  /** Documents that are amended again and again. */
  readonly hot: number;
  readonly versionsOfHot: number;
  readonly killsOfEachRole: number;
  readonly killsOfBroker: number;
  readonly killsOfSearch: number;
  readonly killsOfStore: number;
  readonly lostAcknowledgements: number;
  readonly races: number;
  readonly awaySeconds: number;
  readonly frozenSeconds: number;
}
