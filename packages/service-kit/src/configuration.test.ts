import { describe, expect, it } from 'vitest';
import {
  ConfigurationError,
  portSetting,
  readConfiguration,
  textSetting,
  urlSetting,
} from './configuration.ts';

const schema = {
  PORT: portSetting('where it listens', 8080),
  DATA: textSetting('where it keeps things'),
  PROVINCE: urlSetting('where changes go', ''),
};

describe('readConfiguration', () => {
  it('takes what is given and falls back for the rest', () => {
    const values = readConfiguration(schema, { DATA: '/var/gongwen' });
    expect(values).toEqual({ PORT: 8080, DATA: '/var/gongwen', PROVINCE: '' });
    expect(Object.isFrozen(values)).toBe(true);
  });

  it('tells every problem at once, by variable', () => {
    const wrong = () => readConfiguration(schema, { PORT: '99999', PROVINCE: 'ftp://x' });
    expect(wrong).toThrow(ConfigurationError);
    expect(wrong).toThrow(/PORT: "99999".*\n.*DATA: .*\n.*PROVINCE: "ftp:\/\/x"/);
  });
});
