import { describe } from 'vitest';
import { testSearchCitations } from './search-contract/search-citations.contract.ts';
import { testSearchFilters } from './search-contract/search-filters.contract.ts';
import { testSearchGenerations } from './search-contract/search-generations.contract.ts';
import { testSearchIssuers } from './search-contract/search-issuers.contract.ts';
import { testSearchListing } from './search-contract/search-listing.contract.ts';
import { testSearchPages } from './search-contract/search-pages.contract.ts';
import { testSearchSynonyms } from './search-contract/search-synonyms.contract.ts';
import { testSearchTexts } from './search-contract/search-texts.contract.ts';
import { testSearchWrites } from './search-contract/search-writes.contract.ts';
import type { SearchIndex } from './search-index.ts';

/**
 * What every search index does, run unchanged by each adapter.
 *
 * @param factory makes an empty index; each case disposes of its own
 */
export function testSearchIndex(name: string, factory: () => Promise<SearchIndex>): void {
  describe(`SearchIndex contract: ${name}`, () => {
    testSearchWrites(factory);
    testSearchTexts(factory);
    testSearchIssuers(factory);
    testSearchSynonyms(factory);
    testSearchFilters(factory);
    testSearchCitations(factory);
    testSearchPages(factory);
    testSearchGenerations(factory);
    testSearchListing(factory);
  });
}
