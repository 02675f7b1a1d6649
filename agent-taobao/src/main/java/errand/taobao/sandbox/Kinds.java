package errand.taobao.sandbox;

import errand.runtime.sandbox.Said;
import errand.runtime.sandbox.Said.Term;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Kinds of things, each with the words that people use for it, listed by hand. */
final class Kinds {

    private final List<List<Term>> words = new ArrayList<>();
    private final BitSet packed = new BitSet();

    /**
     * @param written between semicolons, see {@link Said#terms}
     * @return its number
     */
    int add(String written) {
        words.add(Said.terms(written));
        return words.size() - 1;
    }

    /** The same, of a world pack: its author may have listed few words, or none. */
    int addPacked(String written) {
        int kind = add(written);
        packed.set(kind);
        return kind;
    }

    boolean anyPacked() {
        return !packed.isEmpty();
    }

    boolean packed(int kind) {
        return packed.get(kind);
    }

    List<Term> words(int kind) {
        return words.get(kind);
    }

    /** How well each kind is named. */
    int[] fits(Said said) {
        return words.stream().mapToInt(said::fit).toArray();
    }

    /** What the whole kind is called tells nothing of it from another. */
    List<Term> own(int kind, String written) {
        return Said.terms(written).stream()
                .filter(term -> words.get(kind).stream().noneMatch(other -> same(term, other)))
                .toList();
    }

    private static boolean same(Term one, Term other) {
        return one.text().equals(other.text()) && other.weight() > 2;
    }
}
