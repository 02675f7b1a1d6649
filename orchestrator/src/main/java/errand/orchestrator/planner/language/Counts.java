package errand.orchestrator.planner.language;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How many people, nights and rooms a sentence names. */
public final class Counts {

    /** A form in which a count is said. */
    private record Form(Pattern pattern, Function<Matcher, Optional<Integer>> count) {}

    private static final String N = "(" + Numbers.ANY + ")";
    private static final String NEXT =
            "(?=\\s*(?:$|[,.;?!，。；？！)"
                    + Texts.GAP
                    + "]|(?:in|at|from|to|on|and|with|under|next|this"
                    + "|tomorrow|please|within|near|starting|checking|leaving|going|by|for|including|who)\\b))";

    private static final List<Form> PEOPLE =
            List.of(
                    form(
                            "(?:我|咱)[和跟与带]着?" + N + "\\s*[个位名]?(?:同事|朋友|同学|客户|孩子|小孩|娃|家人|老人|领导)",
                            Counts::andMe),
                    form(
                            "\\b(?:me|myself|i) (?:and|plus|with) (?:my )?"
                                    + N
                                    + " (?:other )?(?:colleagues?|co-?workers?|friends?|kids?|children|child|others?|people|guests?|clients?|parents)\\b",
                            Counts::andMe),
                    form(N + "\\s*大\\s*" + N + "\\s*小", Counts::sum),
                    form("成人\\s*" + N + "\\s*[个位名]?[、,，\\s和]*儿童\\s*" + N, Counts::sum),
                    form("成人票?\\s*" + N + "\\s*张[^\\d。;；]{0,4}儿童票?\\s*" + N + "\\s*张", Counts::sum),
                    form(N + "\\s*张成人票?[^\\d。;；]{0,3}" + N + "\\s*张儿童票?", Counts::sum),
                    form(
                            N
                                    + "\\s*[个位名]?\\s*(?:大人|成人|成年人)[\\s,，、和跟带加]*"
                                    + N
                                    + "\\s*[个位名]?\\s*(?:孩子|小孩|儿童|娃)",
                            Counts::sum),
                    form(
                            N
                                    + " adults?,?(?: and| with| plus| \\+)? "
                                    + N
                                    + " (?:child(?:ren)?|kids?)\\b",
                            Counts::sum),
                    form("一家" + N + "口", Counts::first),
                    form(
                            N
                                    + "\\s*多?(?:个|位|名|口)?\\s*(?:成年人|大人|成人|同事|朋友|乘客|客人|员工|小伙伴|队员|人)(?!间|均|份|民|床|房|一[间杯份张个瓶盒套])",
                            Counts::first),
                    form("(?:我们|咱们|咱)\\s*" + N + "\\s*(?:个|位)?(?!\\s*[月点天晚号周日间])", Counts::first),
                    form("(?:我|咱|他)?([俩仨])", Counts::first),
                    form(
                            N + "\\s*张(?=[^,，。;；!！?？]{0,30}票|(?:[一二]等|商务|特等)?座|高铁|动车|火车|车次)",
                            Counts::first),
                    form("(?<=[票座][^。;；!！?？]{0,20})" + N + "\\s*张(?!床)", Counts::first),
                    form(
                            N
                                    + " (?:(?:train|rail|return|round[ -]trip|one[ -]way|single|first|second|business|class|high-speed)[ -]?)*(?:tickets?|seats?)\\b",
                            Counts::first),
                    form(
                            N
                                    + "[ -](?:other |of our )?(?:people|persons?|guests?|adults?|colleagues|co-?workers"
                                    + "|teammates|team members|employees|staff|friends|travell?ers|passengers|pax|of us"
                                    + "|folks|heads)\\b",
                            Counts::first),
                    form("\\b(?:party|group|team|family|table|crew) of " + N, Counts::first),
                    form("\\bus " + N + "\\b", Counts::first),
                    form("\\b(?:for|with)(?: about| around| all)? " + N + NEXT, Counts::first),
                    form("\\bour team of " + N, Counts::first),
                    fixed(
                            "(?:我)?自己(?:去|一个)|独自|\\bjust me\\b|\\bby myself\\b|\\bsolo\\b|\\bon my own\\b|\\balone\\b|\\bonly me\\b",
                            1),
                    fixed("(?:我|咱)?[带和跟与](?:着|上)?我?(?:爸妈|父母|爸爸妈妈|爹妈)(?![和跟、与])", 3),
                    fixed(
                            "夫妻|情侣|两口子|我[和跟](?:我)?(?:老婆|老公|女朋友|男朋友|太太|妻子|丈夫|女友|男友|爱人|媳妇|妈妈|爸爸|同事|朋友|闺蜜|老板|领导|经理|客户|搭档|室友|同学|老师|徒弟|助理|秘书|儿子|女儿|孩子|弟弟|哥哥|姐姐|妹妹|爷爷|奶奶|外公|外婆)(?![们和跟、])"
                                    + "|\\bme and my (?!"
                                    + Numbers.ANY
                                    + ")\\w+|\\bmy \\w+ and (?:i|me)\\b|\\ba couple\\b(?! of)|\\bwith my (?:wife|husband|girlfriend|boyfriend|partner|mum|mom|mother|dad|father|son|daughter|boss|friend|colleague|brother|sister)\\b(?! and)",
                            2));

    private static final List<Form> NIGHTS =
            List.of(
                    form(
                            "(?:" + Numbers.ANY + ")\\s*天\\s*" + N + "\\s*(?:个)?[晚夜](?:上)?",
                            Counts::first),
                    form(
                            "(?:"
                                    + Numbers.ANY
                                    + ")[ -]days?,?(?: and| &|/)? ?"
                                    + N
                                    + "[ -]nights?\\b",
                            Counts::first),
                    form(N + "\\s*(?:个)?[晚夜](?:上)?(?![点间])", Counts::first),
                    form(N + "[ -]nights?\\b", Counts::first),
                    fixed(
                            "(?=当[天日](?:就|再|便)?(?:来回|往返|回|去))|(?=[一1]日游)|(?=\\bsame[- ]day\\b)|(?=\\bback (?:on |in )?the same (?:day|evening|night)\\b)|(?=\\band back in (?:a|one) day\\b)|(?=\\b(?:no|without) (?:an )?overnight\\b)|(?=不过夜)",
                            0),
                    fixed("\\b(?:a|one) (?:single )?night\\b|\\bovernight\\b|过一?夜", 1),
                    form(
                            "(?<!第)"
                                    + N
                                    + "\\s*(?:天|日)(?:游|的?行程|的?团建)?(?!后|之后|以后|内|前|["
                                    + "气"
                                    + "])",
                            Counts::less),
                    form(N + "[ -]days?\\b(?! (?:later|from|after|ago|before))", Counts::less));

    private static final List<Form> ROOMS =
            List.of(
                    form("(?<!人)" + N + "\\s*(?:间|个房间|个(?:双|单|标|大|套))", Counts::first),
                    form(
                            N
                                    + " (?:(?:twin|double|king|single|standard|family|queen|hotel|big|large|separate|-) ?)*(?:bed )?rooms?\\b",
                            Counts::first),
                    form(N + " (?:twins|doubles|kings|singles|suites)\\b", Counts::first));

    private static final String PACKED =
            "(?:pairs?|boxes|sets?|packs?|bottles?|pieces?|bags?|cartons?|units?|copies)(?: of)?\\b";

    /** 三只松鼠 and 六个核桃 are brands. */
    private static final List<Form> THINGS =
            List.of(
                    form(
                            "(?<![第\\d.])"
                                    + N
                                    + "\\s*(?:个(?!人|月|小?时|钟|星期|礼拜|半|装|核桃)|只(?!松鼠)"
                                    + "|[件双台部副条本盒箱瓶把套块包袋份张顶盏辆对支罐桶](?!装|套|组))",
                            Counts::first),
                    form(N + " (?:" + PACKED + "|of (?:them|these|those)\\b)", Counts::first),
                    form(
                            "(?<=\\b(?:and|plus|buy|get|order|purchase|send)(?: me| us| her| him| my \\w{1,12})? )"
                                    + N
                                    + "(?![\\w.-])(?! in )",
                            Counts::first),
                    form("(?:\\bx|[×*])\\s?" + N + "(?![\\d:.])", Counts::first));

    private Counts() {}

    /** How many of something is to be bought. */
    static List<Mention<Integer>> things(String text) {
        return in(text, THINGS, 1, 999);
    }

    public static List<Mention<Integer>> people(String text) {
        return in(text, PEOPLE, 1, 1_000);
    }

    /** Nights of a stay; "three days" are two nights. */
    public static List<Mention<Integer>> nights(String text) {
        return in(text, NIGHTS, 0, 60);
    }

    public static List<Mention<Integer>> rooms(String text) {
        return in(text, ROOMS, 1, 500);
    }

    private static List<Mention<Integer>> in(String text, List<Form> forms, int least, int most) {
        List<Mention<Integer>> found = new ArrayList<>();
        for (Form form : forms) {
            Matcher matcher = form.pattern.matcher(text);
            while (matcher.find()) {
                int start = matcher.start();
                int end = matcher.end();
                form.count
                        .apply(matcher)
                        .filter(count -> count >= least && count <= most)
                        .filter(count -> found.stream().noneMatch(it -> it.overlaps(start, end)))
                        .ifPresent(count -> found.add(new Mention<>(start, end, count)));
            }
        }
        found.sort(Comparator.comparingInt(Mention::start));
        return found;
    }

    private static Form form(String regex, Function<Matcher, Optional<Integer>> count) {
        return new Form(Texts.pattern(regex), count);
    }

    private static Form fixed(String regex, int count) {
        return new Form(Texts.pattern(regex), matcher -> Optional.of(count));
    }

    private static Optional<Integer> first(Matcher matcher) {
        return Numbers.whole(matcher.group(1));
    }

    /** So many besides the person. */
    private static Optional<Integer> andMe(Matcher matcher) {
        return first(matcher).map(others -> others + 1);
    }

    private static Optional<Integer> sum(Matcher matcher) {
        return Numbers.whole(matcher.group(1))
                .flatMap(a -> Numbers.whole(matcher.group(2)).map(b -> a + b));
    }

    /** Days of a trip have one night less. */
    private static Optional<Integer> less(Matcher matcher) {
        return first(matcher).map(days -> days - 1);
    }
}
