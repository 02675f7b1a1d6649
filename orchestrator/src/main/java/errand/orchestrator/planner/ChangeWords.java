package errand.orchestrator.planner;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Words by which people change what they said, and what is left of a message without them. Knows no
 * scenario: a message is a change only when nothing is left that nobody understood.
 */
final class ChangeWords {

    /** What was meant is said to be another than what was said. */
    private static final Pattern MARKED =
            pattern(
                    "改|换|变[成为]|调(?:整)?[成到为]|(?:加|提高|增加|提|涨|降低?|减少?|放宽|缩减|压)到|(?:推迟|提前|挪|延)到|应该是|还是|[说算搞写弄]错"
                            + "|(?:吧|好了)[\\s。.!！~]*$|\\b(?:instead|make"
                            + " (?:it|that|them|this)|chang(?:e|ing)|switch|actually|rather|i"
                            + " meant?|should(?:'ve| have)?"
                            + " (?:be|been)|raise|increase|lower|reduce|move|shift|upgrade|bump|push)\\b");

    /** "Not A but B": only B counts. */
    private static final Pattern NOT_BUT =
            pattern(
                    "(?:不是|不要)[^,，。;；]{1,12}[,，]\\s*(?:而?是|要)|不是[^,，。;；]{1,12}而是|\\bnot"
                            + " [^,.;]{1,24}(?: but|, but|,) ");

    /** How much it may cost is said without what it was before. */
    private static final Pattern BUDGET =
            pattern(
                    "预算(?:再|也)?(?:加|提高|增加|提|涨|降低?|减少?|放宽|缩减|压|改|换|调整?)[到成为]|预算(?=\\d)|\\bbudget"
                            + " (?:to|is|be)\\b");

    /** Said with it, and of no meaning of their own where places and names are looked for. */
    private static final Pattern AROUND =
            pattern(
                    "^(?:不对|错了|等一下|等等|哦|嗯|对了|那个|算了)+[,，]?|(?:吧|好了|可以吗|行吗|好吗|呢)[\\s。.!！~?？]*$"
                            + "|\\b(?:instead|actually|rather|please)\\b");

    /** Names of what a value is, and what joins them. */
    private static final Pattern ALWAYS =
            pattern(
                    "总?预算|人数|日期|时间|房型|房间|收货地址|送货地址|地址|目的地|出发地|座位|座席|票|座|房|最多|不超过|以内|以下|之内|左右|一共|总共|总价|每晚|我们|咱们|[的了啊呢哦是人就要]|\\b(?:the|an?|for|on|in|at|of|us|we|people|persons?|guests?|seats?|tickets?|rooms?|budget|total|date|day|address|class|up"
                            + " to|at most|max(?:imum)?|no more than|in all|in"
                            + " total|only|just|all|yuan|it|is|are|will be|there|now|then)\\b");

    /** What only makes sense about something that is there already. */
    private static final Pattern ABOUT_IT =
            pattern(
                    "改[成为到去在签]?|换[成到]?|变[成为]|调(?:整)?[成到为]|(?:加|提高|增加|提|涨|降低?|减少?|放宽|缩减|压)到|(?:推迟|提前|挪|延)到|应该是?|[说算搞写弄]错了?|不对|还是|那就?|要不|不如|干脆|麻烦|帮我|帮忙|给我|请|能不能|可不可以|可以|想|我|把|将|它|这个|都|也|再|订成|去|走|出发|入住|住|到|从|晚|天|在|行|好|嗯|哦|吗|吧|算|不"
                            + "|\\b(?:make|that|this|them|chang(?:e|ing)|switch(?:ing)?|to|from|with|go|going|leave|leaving|i|i'd|i'm|we're|we'd|mean|meant|should|be|been|have|sorry|no|wait|well|oh|ok|okay|hmm|um|can|could|would|you|let's|let|raise|increase|lower|reduce|move|shift|bump|push|upgrade|like|prefer|want|need|take|think|my|our|mind|changed|if|possible|one|and|by|get)\\b");

    private static final Pattern LEFT_OUT =
            pattern(
                    "不要|不用|不需要|不必|不订|别订|别要|去掉|取消|删掉|删去|省掉|省了|免了|就?算了|不住|不买|不吃|自理|[和跟、]|\\b(?:no|without|skip|drop|leave"
                            + " out|leave off|cancel|remove|forget(?: about)?|scrap|take out|don't"
                            + " (?:need|want|book)|do not (?:need|want|book)|we|need|any"
                            + " ?more|longer|out|off|and|or)\\b");

    private static final Pattern ADDED =
            pattern("加上|再加|还要|也要|带上|补上|加[个一]?|\\b(?:add|include|also|plus|too|as well)\\b");

    private static final Pattern ONLY = pattern("只要|只订|只需要?|\\bonly\\b|\\bjust\\b");

    private static final Pattern BRING =
            pattern("[送寄发][到去往给至]?|\\b(?:deliver(?:ed|y)?|send|sent|ship(?:ped)?|bring|to|it)\\b");

    private static final Pattern DROPPED =
            pattern(
                    "去掉|取消|删掉|删去|省掉|(?:drop|leave out|leave off|cancel|remove|scrap|take"
                            + " out|forget(?: about)?)\\b");

    private ChangeWords() {}

    /** Whether it is said that something becomes another. */
    static boolean marked(String text) {
        return MARKED.matcher(text).find();
    }

    /** Whether something is to be there besides. */
    static boolean adds(String text) {
        return ADDED.matcher(text).find();
    }

    /** Whether nothing but what is named is wanted. */
    static boolean only(String text) {
        return ONLY.matcher(text).find();
    }

    /** The message without what was not meant and without words around it. */
    static String meant(String text) {
        String left = NOT_BUT.matcher(text).replaceAll(" ");
        left = BUDGET.matcher(left).replaceAll(chinese(text) ? "预算" : "budget of");
        String before;
        do {
            before = left;
            left = AROUND.matcher(left).replaceAll(" ").strip();
        } while (!left.equals(before));
        return left.isEmpty() ? text : left;
    }

    /** The message with one word for all that says "leave it out". */
    static String refusing(String text) {
        String said = text.toLowerCase(Locale.ROOT);
        return chinese(text)
                ? DROPPED.matcher(said).replaceAll("不要")
                : DROPPED.matcher(said)
                        .replaceAll("skip")
                        .replaceAll("\\b(?:and|or) (?:the )?", "skip the ");
    }

    private static boolean chinese(String text) {
        return text.codePoints().anyMatch(c -> c > 0x2E7F);
    }

    /**
     * Whether nothing is left without these words.
     *
     * @param own words of the scenario that stand for values that were found
     * @param changes whether it is said that something running is changed
     * @param leaves whether it says that something is left out or added
     * @param brings whether it says where something goes
     */
    static boolean nothingElse(
            String text, List<String> own, boolean changes, boolean leaves, boolean brings) {
        String left = text.toLowerCase(Locale.ROOT);
        List<String> longest = new ArrayList<>(own);
        longest.sort(Comparator.comparingInt(String::length).reversed());
        for (String word : longest) {
            boolean latin = word.chars().allMatch(c -> c < 128);
            String quoted = Pattern.quote(word.toLowerCase(Locale.ROOT));
            left =
                    left.replaceAll(
                            latin ? "(?<![a-z])" + quoted + "(?:s|es)?(?![a-z])" : quoted, " ");
        }
        if (leaves) {
            left = without(without(left, LEFT_OUT), ADDED);
            left = without(left, ONLY);
        }
        left = brings ? without(left, BRING) : left;
        left = changes ? without(left, ABOUT_IT) : left;
        left = without(left, ALWAYS);
        return left.replaceAll("[\\s\\p{Punct},，。;；!！?？、~'\"“”]+", "").isEmpty();
    }

    private static String without(String text, Pattern words) {
        return words.matcher(text).replaceAll(" ");
    }

    private static Pattern pattern(String regex) {
        return Pattern.compile(regex, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }
}
