package errand.taobao.sandbox;

import errand.taobao.market.Attribute;
import errand.taobao.market.Facet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Counts how goods divide by what one can filter for. */
final class Facets {

    private static final int MOST_VALUES = 8;

    private Facets() {}

    /** One facet per filter under which there is more than one value. */
    static List<Facet> of(List<Good> goods) {
        return Stream.of(
                        facet("category", goods.stream().map(good -> good.product().category())),
                        facet("brand", goods.stream().map(good -> good.product().brand())),
                        facet("seller", goods.stream().map(good -> good.seller().name())),
                        facet(
                                "attributes",
                                goods.stream()
                                        .flatMap(good -> good.product().attributes().stream())
                                        .map(Attribute::value)))
                .filter(facet -> facet.values().size() > 1)
                .toList();
    }

    private static Facet facet(String name, Stream<String> values) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        values.filter(value -> !value.isEmpty()).forEach(it -> counts.merge(it, 1, Integer::sum));
        return new Facet(
                name,
                counts.entrySet().stream()
                        .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                        .limit(MOST_VALUES)
                        .map(each -> new Facet.Value(each.getKey(), each.getValue()))
                        .toList());
    }
}
