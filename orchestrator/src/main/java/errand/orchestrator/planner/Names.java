package errand.orchestrator.planner;

import java.util.Map;

/** Capabilities as a person calls them: what they are about, and what is done to it. */
public final class Names {

    private record Word(String zh, String en) {}

    private static final Map<String, Word> THINGS =
            Map.ofEntries(
                    Map.entry("train", new Word("高铁票", "train seats")),
                    Map.entry("hotel", new Word("酒店", "hotel rooms")),
                    Map.entry("meal", new Word("团餐", "the group meal")),
                    Map.entry("goods", new Word("商品", "goods")),
                    Map.entry("order", new Word("外卖", "the delivery")),
                    Map.entry("shop", new Word("店铺", "shops")),
                    Map.entry("payment", new Word("付款", "the payment")),
                    Map.entry("route", new Word("路线", "the route")),
                    Map.entry("address", new Word("地址", "the address")),
                    Map.entry("place", new Word("地点", "places")),
                    Map.entry("weather", new Word("天气", "the weather")),
                    Map.entry("consent", new Word("您的确认", "your consent")));
    private static final Map<String, Word> DEEDS =
            Map.of(
                    "search", new Word("查询", "finding %s"),
                    "quote", new Word("报价", "a quote for %s"),
                    "hold", new Word("占位", "holding %s"),
                    "reserve", new Word("占位", "holding %s"),
                    "book", new Word("预订", "booking %s"),
                    "order", new Word("下单", "ordering %s"),
                    "commit", new Word("下单", "ordering %s"),
                    "authorise", new Word("冻结", "authorising %s"),
                    "capture", new Word("扣款", "taking %s"),
                    "plan", new Word("规划", "planning %s"));

    private Names() {}

    /** 高铁票占位, holding train seats; the capability itself where its kind is not known. */
    public static String of(String capability, boolean chinese) {
        String[] parts = capability.split("\\.");
        Word thing = parts.length == 3 ? THINGS.get(parts[1]) : null;
        Word deed = parts.length == 3 ? DEEDS.get(parts[2]) : null;
        if (thing == null) {
            return capability;
        }
        if (deed == null) {
            return chinese ? thing.zh : thing.en;
        }
        return chinese ? thing.zh + deed.zh : deed.en.formatted(thing.en);
    }
}
