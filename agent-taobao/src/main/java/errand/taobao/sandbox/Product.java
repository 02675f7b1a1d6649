package errand.taobao.sandbox;

import errand.runtime.sandbox.Said.Term;
import errand.taobao.market.Attribute;
import java.util.List;

/**
 * What several sellers may sell: a model in one variant. Knows no price.
 *
 * @param kind which kind of things it is, see {@link Kinds}
 * @param model brand and model, the same in all its variants
 * @param variant such as 黑色; empty where there is one only
 * @param own what tells it from others of its kind: brand, model, variant
 * @param also what it is called besides, in English mostly
 * @param description what its seller writes about it; empty when that is generated
 */
record Product(
        int kind,
        String category,
        String brand,
        String model,
        String variant,
        List<Attribute> attributes,
        List<Term> own,
        List<String> also,
        String description) {

    Product {
        attributes = List.copyOf(attributes);
        own = List.copyOf(own);
        also = List.copyOf(also);
    }

    String title() {
        return variant.isEmpty() ? model : model + " " + variant;
    }
}
