package errand.orchestrator.planner.language;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Things to order: 两杯拿铁, 三份黄焖鸡米饭, 可乐12瓶, a dozen bubble teas, two lattes. */
public final class Items {

    private static final String MEASURE = "(?:杯|份|瓶|碗|盒|个|袋|罐|听|包|斤|箱|桶|支|盘|套|打|串|块|只|大杯|中杯|小杯)";
    private static final String STOP =
            "(?=["
                    + Texts.GAP
                    + ",，。;；!！?？、\\s]|和|跟|外加|再|还有|以及|送|寄|到(?!手)|给|带到|拿到|过来|吧|$|"
                    + Numbers.ANY
                    + MEASURE
                    + ")";
    private static final Pattern ZH =
            Pattern.compile(
                    "(?<many>"
                            + Numbers.ZH
                            + ")?(?<from>[来点要买喝叫订])?(?<one>(?<=[来点要买喝叫订]))?"
                            + MEASURE
                            + "(?<each>的)?(?<name>[\\p{IsHan}A-Za-z0-9·]{1,16}?)"
                            + STOP);
    private static final Pattern ZH_AFTER =
            Pattern.compile(
                    "(?<name>[\\p{IsHan}]{2,12}?)\\s*(?<many>"
                            + Numbers.ZH
                            + ")\\s*"
                            + MEASURE
                            + "(?![\\p{IsHan}]*?[咖茶饭面])");
    private static final Pattern ZH_BARE =
            Pattern.compile(
                    "(?:点外卖|外卖|下单|[点叫来要订喝吃买送])(?:一?[点些下]儿?|上)?(?<name>[\\p{IsHan}A-Za-z]{2,12}?)(?:外卖)?(?=[,，。!！?？\\s"
                            + Texts.GAP
                            + "]|送|到|给|吧|$)");
    private static final Pattern LEAD =
            Pattern.compile(
                    "^(?:请|麻烦|你|帮忙?|给|我们?|咱们?|大家|想|要|再|先|点|叫|来|订|买|喝|吃|送|个|些|一下|外卖|每?人|下单|的)+");

    private static final String OF =
            "(?:(?:large|small|medium|hot|iced)? ?(?:cups?|bottles?|cans?|boxes|box|bowls?|orders?|portions?|servings?|packs?|bags?|glasses|plates?) of )?";
    private static final Pattern EN =
            Texts.pattern(
                    "\\b(?<many>(?:an?(?! (?:hundred|dozen|couple|thousand))|some|"
                            + Numbers.ANY
                            + ")) (?:of )?"
                            + OF
                            + "(?<name>[a-z][a-z'-]*(?: [a-z][a-z'-]*){0,4}?)(?=(?:,)? (?:to|for|and|at|in|from|please|delivered|sent|plus|with|on|now|each|over|by|brought)\\b|\\s*[,.!?;"
                            + Texts.GAP
                            + "]|\\s*$)");
    private static final Pattern EN_BARE =
            Texts.pattern(
                    "\\b(?:order|get|want|have|deliver|bring|buy|send|fancy|like|crave|craving)(?: (?:me|us|everyone))?(?: (?:some|to have|to order|to drink|to eat))? (?<name>[a-z][a-z'-]*(?: [a-z][a-z'-]*){0,3}?)(?= (?:to|for|and|at|delivered|sent|please|over)\\b|\\s*[,.!?;"
                            + Texts.GAP
                            + "]|\\s*$)");

    /** 可乐没了…送十二瓶, 奶茶，来五杯: what is meant stands before, the number with its measure later. */
    private static final Pattern ZH_GONE =
            Pattern.compile(
                    "(?<name>[\\p{IsHan}A-Za-z]{1,10}?)(?:又|都|已经|快|全|也)*(?:没了|没有了|没剩|(?:喝|吃|用|卖)(?:完|光|没)了?|不够(?:了|喝|吃|用)?|不多了|见底了)");

    /** 家里没牛奶了，买两盒. */
    private static final Pattern ZH_NONE =
            Pattern.compile("没有?(?<name>[\\p{IsHan}A-Za-z]{1,8}?)(?:可喝|可吃)?了(?=[,，。;；!！\\s])");

    /** A number with its measure, or where it goes, is no thing: 买两盒, 送到家. */
    private static final Pattern NOT_NAMED =
            Pattern.compile(
                    "(?:"
                            + Numbers.ZH
                            + "\\s*"
                            + MEASURE
                            + ")|[到去回](?:我们?|咱们?)?(?:家里?|公司|办公室|单位|这里|这儿|来)?");

    private static final Pattern ZH_TOPIC =
            Pattern.compile(
                    "(?:^|[,，。;；!！\\s])(?<name>[\\p{IsHan}A-Za-z]{1,10}?)[,，\\s]*(?:帮|给)?(?:我们?)?(?:来|要|点|送|买|订|整|叫)(?:上|个)?(?="
                            + Numbers.ZH
                            + "\\s*"
                            + MEASURE
                            + ")");
    private static final Pattern ZH_COUNT =
            Pattern.compile("(?<many>" + Numbers.ZH + ")\\s*(?:大|中|小)?" + MEASURE);
    private static final Pattern EN_GONE =
            Texts.pattern(
                    "\\b(?:(?:ran|run|running|are|is|we're|all) out of|no more|run short of|(?:are|is|we're|running) low on|short of)(?: (?:the|any))? (?<name>[a-z][a-z'-]*(?: [a-z][a-z'-]*){0,2}?)(?=\\s*[,.!?;"
                            + Texts.GAP
                            + "]|\\s+(?:so|and|at|in|here|again|please|can|could|send|get|bring)\\b|\\s*$)");
    private static final Pattern EN_COUNT =
            Texts.pattern(
                    "\\b(?<many>an?(?= (?:bottle|can|cup|box|bag|pack))|"
                            + Numbers.ANY
                            + ")(?: (?:more|large|small|big|cold))*(?: (?:cups?|bottles?|cans?|boxes|box|bowls?|packs?|bags?|glasses))?(?! of)(?= (?:to|for|over|home|here|please|delivered|sent|and|at|now)\\b|\\s*[,.!?;"
                            + Texts.GAP
                            + "]|\\s*$)");
    private static final Pattern WHERE =
            Pattern.compile("^(?:.*的|家里|家中|公司|办公室|单位|冰箱里?|我们?|咱们?|这边|这里|这儿|店里|会议室|里)+(?=.)");
    private static final Set<String> NO_THING =
            Set.of(
                    "delivery",
                    "order",
                    "something",
                    "lunch",
                    "dinner",
                    "drinks",
                    "food",
                    "coffee run",
                    "me",
                    "us",
                    "it",
                    "to",
                    "外卖",
                    "东西",
                    "吃的",
                    "喝的",
                    "单",
                    "什么",
                    "餐",
                    "饭",
                    "下午茶",
                    "take",
                    "delivery order",
                    "few",
                    "bit",
                    "lot",
                    "friend",
                    "favour",
                    "favor",
                    "minute",
                    "hand",
                    "joke");

    private Items() {}

    public static List<Item> in(String text) {
        List<Mention<Item>> found = new ArrayList<>();
        boolean han = Texts.han(text);
        apart(text, han ? ZH_GONE : EN_GONE, han ? ZH_COUNT : EN_COUNT, found);
        if (han && found.isEmpty()) {
            apart(text, ZH_NONE, ZH_COUNT, found);
        }
        if (han && found.isEmpty()) {
            apart(text, ZH_TOPIC, ZH_COUNT, found);
        }
        if (!found.isEmpty()) {
            return found.stream().map(Mention::value).distinct().toList();
        }
        if (han) {
            chinese(text, found);
        }
        if (!han || found.isEmpty()) {
            collect(EN.matcher(text), found);
        }
        if (found.isEmpty()) {
            collect((han ? ZH_BARE : EN_BARE).matcher(text), found);
        }
        return found.stream()
                .sorted(Comparator.comparingInt(Mention::start))
                .map(Mention::value)
                .distinct()
                .toList();
    }

    /** One thing named in one place and its number in another. */
    private static void apart(
            String text, Pattern named, Pattern counted, List<Mention<Item>> found) {
        Matcher thing = named.matcher(text);
        if (!thing.find()) {
            return;
        }
        String name = name(WHERE.matcher(thing.group("name")).replaceFirst(""));
        Matcher count = counted.matcher(text);
        if (!name.isEmpty() && !NO_THING.contains(name) && count.find(thing.end())) {
            String after = text.substring(count.end());
            boolean other =
                    Texts.han(text) && after.matches("(?s)(?!送|寄|给|到|来|过来|吧|就|回)[\\p{IsHan}].*");
            if (!other) {
                found.add(new Mention<>(thing.start(), thing.end(), new Item(name, many(count))));
            }
        }
    }

    private static void chinese(String text, List<Mention<Item>> found) {
        Matcher matcher = ZH.matcher(text);
        while (matcher.find()) {
            boolean counted = matcher.group("many") != null || before(text, matcher.start());
            if (counted) {
                add(matcher, found);
            }
        }
        if (found.isEmpty()) {
            collect(ZH_AFTER.matcher(text), found);
        }
    }

    /** 来杯咖啡: a measure directly after a verb is one. */
    private static boolean before(String text, int at) {
        return at > 0 && "来点要买喝叫订份".indexOf(text.charAt(at - 1)) >= 0
                || at < text.length() && "来点要买喝叫订".indexOf(text.charAt(at)) >= 0;
    }

    private static void collect(Matcher matcher, List<Mention<Item>> found) {
        while (matcher.find()) {
            add(matcher, found);
        }
    }

    private static void add(Matcher matcher, List<Mention<Item>> found) {
        String name = name(matcher.group("name"));
        if (name.isEmpty()
                || NO_THING.contains(name.toLowerCase(Locale.ROOT))
                || NOT_NAMED.matcher(name).matches()) {
            return;
        }
        boolean overlaps =
                found.stream().anyMatch(it -> it.overlaps(matcher.start(), matcher.end()));
        if (!overlaps) {
            int dozen = matcher.group().contains("打") && Texts.han(matcher.group()) ? 12 : 1;
            found.add(
                    new Mention<>(
                            matcher.start(), matcher.end(), new Item(name, dozen * many(matcher))));
        }
    }

    private static int many(Matcher matcher) {
        String said =
                matcher.pattern().toString().contains("<many>") ? matcher.group("many") : null;
        if (said == null || said.equalsIgnoreCase("some")) {
            return said == null && matcher.pattern() == ZH ? 1 : 0;
        }
        if (said.equalsIgnoreCase("a") || said.equalsIgnoreCase("an")) {
            return 1;
        }
        Optional<Integer> number = Numbers.whole(said);
        return number.filter(n -> n >= 1 && n <= 1_000).orElse(0);
    }

    private static String name(String said) {
        String name = said.strip();
        if (Texts.han(name)) {
            return LEAD.matcher(name).replaceFirst("").strip();
        }
        String lower = name.toLowerCase(Locale.ROOT).replaceFirst("^(?:the|some|of|more) ", "");
        return singular(lower);
    }

    /** lattes → latte, bubble teas → bubble tea, sandwiches → sandwich. */
    static String singular(String name) {
        if (name.matches(".*(?:ches|shes|xes|sses)$")) {
            return name.substring(0, name.length() - 2);
        }
        if (name.endsWith("ies") && name.length() > 4) {
            return name.substring(0, name.length() - 3) + "y";
        }
        return name.endsWith("s") && !name.endsWith("ss") && name.length() > 3
                ? name.substring(0, name.length() - 1)
                : name;
    }
}
