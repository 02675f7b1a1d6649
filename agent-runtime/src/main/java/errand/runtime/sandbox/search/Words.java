package errand.runtime.sandbox.search;

import java.util.ArrayList;
import java.util.List;

/**
 * What is said of a thing, for a {@link TextIndex}; Chinese and English may stand side by side.
 *
 * @param name what it is called; tells most
 * @param also what people call it besides, brand and variant
 * @param about what else is said of it: category, district, a line of text; tells least
 */
public record Words(String name, List<String> also, List<String> about) {

    public Words {
        also = List.copyOf(also);
        about = List.copyOf(about);
    }

    public static Words named(String name) {
        return new Words(name, List.of(), List.of());
    }

    public Words also(String... more) {
        return new Words(name, joined(also, more), about);
    }

    public Words about(String... more) {
        return new Words(name, also, joined(about, more));
    }

    private static List<String> joined(List<String> before, String... more) {
        List<String> all = new ArrayList<>(before);
        all.addAll(List.of(more));
        return all;
    }
}
