package errand.alipay.sandbox;

import errand.alipay.wallet.Candidate;
import errand.runtime.sandbox.Table;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/**
 * Who can be sent money in the sandbox: everybody has the same contacts. Real names are shown with
 * the first character hidden, as Alipay does it.
 */
final class Directory {

    private static final int MOST_CANDIDATES = 10;

    /**
     * Somebody with an account.
     *
     * @param account also the user whose wallet gets the money
     * @param names what people call them
     */
    record Entry(String account, String realName, List<String> names) {

        String masked() {
            return "*" + realName.substring(realName.offsetByCodePoints(0, 1));
        }

        /** 妈妈（*秀兰） for a contact, *秀兰 for anybody else. */
        Candidate shown() {
            String name = names.isEmpty() ? masked() : names.getFirst() + "（" + masked() + "）";
            return new Candidate(account, name);
        }

        private boolean isCalled(String said) {
            return plain(realName).equals(said)
                    || names.stream().anyMatch(name -> plain(name).equals(said));
        }

        private boolean isLike(String said) {
            return plain(realName).contains(said)
                    || names.stream().anyMatch(name -> plain(name).contains(said));
        }
    }

    private final List<Entry> entries;

    private Directory(List<Entry> entries) {
        this.entries = List.copyOf(entries);
    }

    static Directory packaged() {
        return new Directory(
                Table.read("/alipay/directory.csv").stream().map(Directory::entry).toList());
    }

    private static Entry entry(List<String> row) {
        List<String> names =
                Arrays.stream(row.get(2).split(";"))
                        .map(String::strip)
                        .filter(it -> !it.isEmpty())
                        .toList();
        return new Entry(row.get(0), row.get(1), names);
    }

    /** Whom the words name: nobody, one, or some; an account names one, a name may name more. */
    List<Entry> named(String words) {
        String said = plain(words);
        List<Entry> byAccount = those(entry -> plain(entry.account()).equals(said));
        return byAccount.isEmpty() ? those(entry -> entry.isCalled(said)) : byAccount;
    }

    /** Whom the words may mean; the person's contacts when they mean nobody. */
    List<Candidate> candidates(String words) {
        String said = plain(words);
        List<Entry> like = said.isEmpty() ? List.of() : those(entry -> entry.isLike(said));
        List<Entry> some = like.isEmpty() ? those(entry -> !entry.names().isEmpty()) : like;
        return some.stream().limit(MOST_CANDIDATES).map(Entry::shown).toList();
    }

    private List<Entry> those(Predicate<Entry> which) {
        return entries.stream().filter(which).toList();
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
    }
}
