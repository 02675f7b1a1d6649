package errand.runtime.sandbox.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LogByteSizeMergePolicy;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.apache.lucene.store.ByteBuffersDirectory;

/**
 * Finds things by what a person says, in Chinese or English or both: BM25 over words of Lucene, in
 * memory, made once and then only read, from any number of threads. Nothing that is said is query
 * syntax, so no text can break it. The same things added in the same order are found in the same
 * order, always.
 */
public final class TextIndex<T> {

    /** More words than that are no search but a story; the first ones count. */
    private static final int MOST_WORDS = 64;

    /** What a match in a field weighs. */
    private static final Map<String, Float> FIELDS = Map.of("name", 3f, "also", 2.5f, "about", 1f);

    /** How much a word counts again when more than one field says it. */
    private static final float AGAIN = 0.1f;

    private final List<T> things;
    private final Analyzer analyzer;
    private final IndexSearcher searcher;

    private TextIndex(List<T> things, Analyzer analyzer, IndexSearcher searcher) {
        this.things = things;
        this.analyzer = analyzer;
        this.searcher = searcher;
    }

    /**
     * Something that fits.
     *
     * @param score how well; comparable within one search only, above 0
     */
    public record Hit<T>(T thing, double score) {}

    public static <T> Builder<T> builder() {
        return new Builder<>();
    }

    /** How many things it knows. */
    public int size() {
        return things.size();
    }

    /**
     * What fits at least one word of what is said, best first; of what fits alike, what was added
     * first. Empty when nothing fits or nothing telling was said.
     *
     * @param most how many at most, at least 1
     */
    public List<Hit<T>> search(String said, int most) {
        return search(words(said), 1, most);
    }

    /**
     * What fits most of what is said, best first; for texts that may name nothing that is known.
     *
     * @param share of the telling words that must fit, 0 to 1; at least one must
     */
    public List<Hit<T>> covering(String said, double share, int most) {
        Set<String> words = words(said);
        return search(words, Math.max(1, (int) Math.ceil(share * words.size())), most);
    }

    private List<Hit<T>> search(Set<String> words, int least, int most) {
        if (words.isEmpty() || things.isEmpty()) {
            return List.of();
        }
        try {
            int wanted = Math.min(most, things.size());
            ScoreDoc[] found =
                    searcher.search(
                                    query(words, least),
                                    new TopScoreDocCollectorManager(wanted, Integer.MAX_VALUE))
                            .scoreDocs;
            return Arrays.stream(found)
                    .map(hit -> new Hit<>(things.get(hit.doc), (double) hit.score))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The index cannot be read", e);
        }
    }

    /**
     * What fits nearly as well as the best.
     *
     * @param share of the best score, 0 to 1; what fits less is about something else
     */
    public List<Hit<T>> close(String said, double share, int most) {
        List<Hit<T>> hits = search(said, most);
        return hits.stream()
                .takeWhile(hit -> hit.score() >= share * hits.getFirst().score())
                .toList();
    }

    private static Query query(Set<String> words, int least) {
        BooleanQuery.Builder any = new BooleanQuery.Builder().setMinimumNumberShouldMatch(least);
        for (String word : words) {
            List<Query> fields = new ArrayList<>();
            FIELDS.forEach(
                    (field, boost) ->
                            fields.add(
                                    new BoostQuery(new TermQuery(new Term(field, word)), boost)));
            any.add(new DisjunctionMaxQuery(fields, AGAIN), Occur.SHOULD);
        }
        return any.build();
    }

    private Set<String> words(String said) {
        Set<String> words = new LinkedHashSet<>();
        try (TokenStream tokens = analyzer.tokenStream("name", even(said))) {
            CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
            tokens.reset();
            while (words.size() < MOST_WORDS && tokens.incrementToken()) {
                words.add(term.toString());
            }
            return words;
        } catch (IOException e) {
            throw new UncheckedIOException("A text cannot be taken apart", e);
        }
    }

    private static String even(String text) {
        // A colon would hold two words together.
        return Normalizer.normalize(text, Normalizer.Form.NFKC).replace(':', ' ');
    }

    /** Collects things, then makes the index. Not for several threads. */
    public static final class Builder<T> {

        private final List<T> things = new ArrayList<>();
        private final List<Words> words = new ArrayList<>();

        private Builder() {}

        public Builder<T> add(T thing, Words said) {
            things.add(thing);
            words.add(said);
            return this;
        }

        public TextIndex<T> build() {
            Analyzer analyzer = new SpokenAnalyzer();
            ByteBuffersDirectory memory = new ByteBuffersDirectory();
            // Merging neighbours only keeps the order: document n is thing n.
            IndexWriterConfig config =
                    new IndexWriterConfig(analyzer).setMergePolicy(new LogByteSizeMergePolicy());
            try (IndexWriter writer = new IndexWriter(memory, config)) {
                for (Words said : words) {
                    writer.addDocument(document(said));
                }
                writer.forceMerge(1);
                writer.commit();
                IndexSearcher searcher = new IndexSearcher(DirectoryReader.open(memory));
                // What is asked is seldom asked again; a cache would only cost.
                searcher.setQueryCache(null);
                return new TextIndex<>(List.copyOf(things), analyzer, searcher);
            } catch (IOException e) {
                throw new UncheckedIOException("The index cannot be made", e);
            }
        }

        private static Document document(Words said) {
            Document document = new Document();
            add(document, "name", List.of(said.name()));
            add(document, "also", said.also());
            add(document, "about", said.about());
            return document;
        }

        private static void add(Document document, String field, List<String> texts) {
            texts.forEach(text -> document.add(new TextField(field, even(text), Field.Store.NO)));
        }
    }
}
