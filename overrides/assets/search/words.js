// Words as the index has them: lower case, no diacritics (site_builder/search/words.py does the same).
export const fold = (text) => text.toLowerCase().normalize("NFKD").replace(/\p{M}+/gu, "");

export const split = (folded) => folded.match(/[\p{L}\p{N}]+/gu) ?? [];
