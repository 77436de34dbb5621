/** Language of messages. */
export type Locale = 'zh' | 'en';
