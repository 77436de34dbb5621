/** Where real engines answer. */
export interface Engines {
  readonly kafka: { readonly brokers: readonly string[] };
  readonly s3: {
    readonly endpoint: string;
    readonly region: string;
    readonly accessKeyId: string;
    readonly secretAccessKey: string;
  };
  readonly opensearch: { readonly url: string };
}

/** Engines that end with their owner. */
export interface RunningEngines extends AsyncDisposable {
  readonly engines: Engines;
  /** How they were found, to be told to who waits for them. */
  readonly origin: 'environment' | 'containers' | 'processes';
}
