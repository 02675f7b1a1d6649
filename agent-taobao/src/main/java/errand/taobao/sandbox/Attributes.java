package errand.taobao.sandbox;

import errand.taobao.market.Attribute;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** Reads properties out of how a model and its variant are written. */
final class Attributes {

    private static final Pattern COLOUR = Pattern.compile(".*色|深空灰|藏青|军绿|透明|经典红|原木.*|玫瑰|茶树");
    private static final Pattern SIZE = Pattern.compile(".*\\d.*");

    private Attributes() {}

    /**
     * @param model its name and then, after spaces, what it measures: 轻薄本 14英寸 16G+512G
     * @param variant words that tell it from others of the model: 黑色 男款
     */
    static List<Attribute> of(String model, String variant) {
        List<Attribute> found = new ArrayList<>();
        Arrays.stream(model.split(" ")).skip(1).forEach(word -> found.add(specified(word)));
        Arrays.stream(variant.split(" "))
                .filter(word -> !word.isEmpty())
                .forEach(word -> found.add(varied(word)));
        return found;
    }

    private static Attribute specified(String word) {
        return new Attribute("规格", word);
    }

    private static Attribute varied(String word) {
        if (COLOUR.matcher(word).matches()) {
            return new Attribute("颜色", word);
        }
        return new Attribute(SIZE.matcher(word).matches() ? "尺码" : "款式", word);
    }
}
