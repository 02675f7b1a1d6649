package errand.orchestrator.planner.language;

import errand.orchestrator.planner.language.Unclear.Of;
import errand.orchestrator.planner.language.Unclear.Why;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Words about days and times that name no single day or no hour there is. */
final class Doubts {

    private static final Pattern PAST =
            Texts.pattern(
                    "大?前[天日]|昨[天日晚]|上+个?(?:周|星期|礼拜)[一二三四五六日天末]?|上个?月|去年|"
                            + Numbers.ZH
                            + "\\s*(?:天|周|个星期|个月)(?:以|之)?前(?!到|送|抵)|\\byesterday\\b|\\blast (?:night|week|month|year|weekend|mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\\b|\\b(?:an?|"
                            + Numbers.ANY
                            + ") (?:day|week|month)s? ago\\b");
    private static final Pattern VAGUE =
            Texts.pattern(
                    "(?<!一)下+个?(?:周|星期|礼拜)|[这本]个?(?:周|星期|礼拜)|(?<!一)下个?月(?:初|中旬?|底|末)?|[这本]个?月(?:初|中旬?|底|末)?|月[初底末]|[上中下]旬|年[底末]|明年|后年|春节|除夕|大年|元宵节?|清明节?|端午节?|中秋节?|重阳节?|农历|腊月|正月|过[几两]天|[这最]近?[几两]天|[这那][几两]天|改天"
                            + "|\\b(?:next|this) (?:week|month|year)\\b|\\b(?:the )?(?:beginning|start|middle|end) of (?:the |this |next )?(?:week|month|year)\\b|\\bspring festival\\b|\\b(?:chinese|lunar) new year\\b|\\bmid-autumn(?: festival)?\\b|\\beaster\\b|\\bthanksgiving\\b|\\bin (?:a few|some|several) (?:days|weeks)\\b|\\b(?:some ?day|sometime) (?:soon|next week|next month)\\b|\\blater this (?:week|month)\\b");
    private static final Pattern NO_TIME =
            Texts.pattern(
                    "(?<![\\d.:])(?:2[5-9]|[3-9]\\d)\\s*点(?!\\d)|(?<![\\d.:])(?:(?:2[4-9]|[3-9]\\d):\\d{2}|\\d{1,2}:[6-9]\\d|(?:1[3-9]|[2-9]\\d)\\s?[ap]\\.?m\\b)");

    private static final Pattern SO_MANY =
            Texts.pattern(
                    "(?<![第\\d])("
                            + Numbers.ANY
                            + ")\\s*(?:[张位名座]|个(?!小时|钟|月|半|星期|礼拜|多?小?时))[^\\s,，。;；!！?？]{0,4}"
                            + "|\\b("
                            + Numbers.ANY
                            + ") (?:kids|children|places|berths|spots|passes)\\b"
                            + "|(?:\\bx|[×*])\\s?("
                            + Numbers.ANY
                            + ")(?![\\d:.])"
                            + "|带(?:着|上)?(?:我)?(?:爸|妈|父[母亲]|母亲|孩子|小孩|娃|宝[宝贝]|老[人婆公板]|家[人属]|客户|同事|朋友|女[儿友朋]|男[友朋]|弟|妹|哥|姐|儿[子童])[^\\s,，。;；!！?？]{0,6}"
                            + "|(?:我|咱)(?:[和跟与]|同(?![意时样]))(?!你)[^\\s,，。;；!！?？]{1,6}|[和跟](?:我)?[^\\s,，。;；!！?？]{1,4}一起"
                            + "|\\bwith (?:my|our|the) (?!office|home|budget)[a-z]+"
                            + "|\\b(?:me|i) and (?!book|get|buy|also|then|order|find|send|deliver|return|come|back|make|pay)[a-z]+"
                            + "|\\b[a-z]+ and (?:i|me)\\b(?!['’]| (?:need|want|would|will|have|can|am|prefer|like|must|should)\\b)");

    private Doubts() {}

    /**
     * Numbers of two and more that may be people and are not understood as anything else, and
     * company that is not counted.
     *
     * @param left the text with all hidden that was understood
     */
    static List<Unclear> people(String left) {
        Matcher matcher = SO_MANY.matcher(left);
        while (matcher.find()) {
            if (severalIn(matcher)) {
                return List.of(
                        new Unclear(
                                Of.PEOPLE,
                                Why.UNREADABLE,
                                matcher.group().strip(),
                                Direction.UNSAID));
            }
        }
        return List.of();
    }

    /** A number of two and more, or the person and somebody else. */
    private static boolean severalIn(Matcher matcher) {
        for (int group = 1; group <= matcher.groupCount(); group++) {
            String number = matcher.group(group);
            if (number != null) {
                return Numbers.whole(number).filter(n -> n >= 2).isPresent();
            }
        }
        return true;
    }

    /**
     * @param left the text with the days hidden that were understood
     */
    static List<Unclear> days(String left) {
        List<Mention<Unclear>> found = new ArrayList<>();
        found.addAll(all(PAST, Of.DAY, Why.PAST, left));
        if (found.isEmpty()) {
            found.addAll(all(VAGUE, Of.DAY, Why.VAGUE, left));
        }
        return found.stream().map(Mention::value).toList();
    }

    /**
     * @param left the text with days and amounts hidden
     */
    static List<Mention<Unclear>> times(String left) {
        return all(NO_TIME, Of.TIME, Why.IMPOSSIBLE, left);
    }

    private static List<Mention<Unclear>> all(Pattern pattern, Of of, Why why, String text) {
        List<Mention<Unclear>> found = new ArrayList<>();
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            Direction where = Direction.of(text, matcher.start(), matcher.end());
            found.add(
                    new Mention<>(
                            matcher.start(),
                            matcher.end(),
                            new Unclear(of, why, matcher.group().strip(), where)));
        }
        return found;
    }
}
