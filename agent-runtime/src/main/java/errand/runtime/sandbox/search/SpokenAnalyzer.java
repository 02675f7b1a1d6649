package errand.runtime.sandbox.search;

import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.cjk.CJKBigramFilter;
import org.apache.lucene.analysis.cjk.CJKWidthFilter;
import org.apache.lucene.analysis.en.EnglishMinimalStemFilter;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;

/**
 * English words in lower case and singular, Chinese in pairs of characters. A Chinese character
 * that stands alone is a word of its own, so 水 does not find 水果.
 */
final class SpokenAnalyzer extends Analyzer {

    private static final CharArraySet SAYS_NOTHING =
            new CharArraySet(
                    Set.of(
                            "a",
                            "an",
                            "and",
                            "any",
                            "are",
                            "at",
                            "be",
                            "best",
                            "book",
                            "buy",
                            "by",
                            "can",
                            "find",
                            "for",
                            "from",
                            "get",
                            "good",
                            "have",
                            "i",
                            "in",
                            "is",
                            "it",
                            "like",
                            "me",
                            "my",
                            "near",
                            "nearby",
                            "of",
                            "on",
                            "one",
                            "or",
                            "order",
                            "our",
                            "please",
                            "show",
                            "some",
                            "something",
                            "that",
                            "the",
                            "to",
                            "under",
                            "us",
                            "want",
                            "we",
                            "where",
                            "which",
                            "with",
                            "you"),
                    false);

    @Override
    protected TokenStreamComponents createComponents(String field) {
        StandardTokenizer words = new StandardTokenizer();
        TokenStream even = new LowerCaseFilter(new CJKWidthFilter(words));
        TokenStream telling = new StopFilter(new EnglishPossessiveFilter(even), SAYS_NOTHING);
        TokenStream singular = new EnglishMinimalStemFilter(telling);
        return new TokenStreamComponents(
                words, new CJKBigramFilter(singular, CJKBigramFilter.HAN, false));
    }

    @Override
    protected TokenStream normalize(String field, TokenStream in) {
        return new LowerCaseFilter(new CJKWidthFilter(in));
    }
}
