package errand.orchestrator.planner.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Places in free words: where from, where to, where to deliver; 公司 and home are names of the
 * person's own.
 */
public final class Places {

    /** From where and to where; null where it was not said. */
    public record Way(@Nullable String from, @Nullable String to) {}

    /**
     * A place of the person's own.
     *
     * @param names how it is called
     */
    private record Own(Pattern names) {}

    private static final String BREAK = "[" + Texts.GAP + ",，。;；!！?？\\s]";
    private static final String ZH_STOP =
            "(?=怎么|咋|如何|最快|最近的路|要|得|多久|多少|多长|打车|打的|打个|开车|自驾|坐|乘|走路|步行|走着|骑|地铁|公交|哪|用|需|的路线|路线|有多|有几|远|比较|最|花|吗|呢|吧|走|驾车|叫车|网约车|这段|的时间|用时|"
                    + BREAK
                    + "|$)";
    private static final String ZH_NAME = "[^" + Texts.GAP + ",，。;；!！?？\\s]{1,30}?";
    private static final List<Pattern> ZH_WAYS =
            List.of(
                    Pattern.compile(
                            "(?:从|由)(?<from>"
                                    + ZH_NAME
                                    + ")(?:出发)?"
                                    + BREAK
                                    + "{0,2}(?:打车|开车|坐车|坐地铁|骑车|骑自行车|走路|步行|自驾|打的|坐公交|乘地铁)?(?:到|去|至|往|前往|回)(?<to>"
                                    + ZH_NAME
                                    + ")"
                                    + ZH_STOP),
                    Pattern.compile(
                            "(?:到|去|回)(?<to>"
                                    + ZH_NAME
                                    + ")[,，]?\\s*从(?<from>"
                                    + ZH_NAME
                                    + ")(?:出发|走|过去|去|怎么|,|，|$)"),
                    Pattern.compile(
                            "(?:到|去|回)(?<to>"
                                    + ZH_NAME
                                    + ")"
                                    + ZH_STOP
                                    + ".*?我(?:们)?(?:现在|目前|人)?在(?<from>"
                                    + ZH_NAME
                                    + ")(?="
                                    + BREAK
                                    + "|$)"),
                    Pattern.compile(
                            "我?(?:现在|目前|人)?在(?<from>"
                                    + ZH_NAME
                                    + ")[,，]?\\s*(?:想|要|准备|打算|得|需要)*(?:怎么|打车|开车|坐地铁)?(?:到|去|回|前往)(?<to>"
                                    + ZH_NAME
                                    + ")"
                                    + ZH_STOP),
                    Pattern.compile(
                            "(?<from>"
                                    + ZH_NAME
                                    + ")(?:到|至|去|→|->)(?<to>"
                                    + ZH_NAME
                                    + ")"
                                    + ZH_STOP),
                    Pattern.compile("(?<from>)(?:到|去|回|前往)(?<to>" + ZH_NAME + ")" + ZH_STOP));
    private static final Pattern ZH_LEAD =
            Pattern.compile(
                    "^(?:请问|请|麻烦|你好|您好|帮忙?|我们?|你|想|要|知道|查一?下?|看一?下?|看看|一下|规划|算算?|比较|告诉|给|现在|今天|明天|目前|人在|在|怎么|打车|开车|坐地铁|坐公交|骑车|步行|走路|最快|从|,|，|的路线|问一?下?|导航)+");

    private static final String EN_STOP =
            "(?=\\s+(?:by|on foot|on a|with|using|and|please|at|now|how|what|which|this|in the|via|as|quickly|fast|faster|fastest|quickest|right|during|if|take|the fastest|is|be|take|leaving|without|for|of)\\b|\\s*"
                    + "["
                    + Texts.GAP
                    + ",;!?.]|\\s*$)";
    private static final String NO_VERB =
            "(?!(?:get|go|be|travel|drive|head|come|make|arrive|reach|walk|ride|take|catch|know|find|see|leave)\\b)";
    private static final String EN_NAME = "[^" + Texts.GAP + ",;!?]{2,60}?";
    private static final List<Pattern> EN_WAYS =
            List.of(
                    Texts.pattern(
                            "\\bfrom (?<from>"
                                    + EN_NAME
                                    + ")[,]? (?:to|over to|into) (?<to>"
                                    + EN_NAME
                                    + ")"
                                    + EN_STOP),
                    Texts.pattern(
                            "\\b(?:to|reach) (?<to>"
                                    + NO_VERB
                                    + EN_NAME
                                    + ")[,]? from (?<from>"
                                    + EN_NAME
                                    + ")"
                                    + EN_STOP),
                    Texts.pattern(
                            "\\bbetween (?<from>"
                                    + EN_NAME
                                    + ") and (?<to>"
                                    + EN_NAME
                                    + ")"
                                    + EN_STOP),
                    Texts.pattern(
                            "\\bi(?:'m| am) (?:now |currently )?(?:at|in) (?<from>"
                                    + EN_NAME
                                    + ")(?:,| and| -|\\.)? .*?\\b(?:to|reach) (?<to>"
                                    + NO_VERB
                                    + EN_NAME
                                    + ")"
                                    + EN_STOP),
                    Texts.pattern(
                            "(?<from>)\\b(?:get|go|going|way|route|drive|ride|walk|travel|directions|taxi|metro|head|cycle|bike|bus|subway) to (?<to>"
                                    + EN_NAME
                                    + ")"
                                    + EN_STOP),
                    Texts.pattern(
                            "^(?:(?:what's|what is|the|fastest|quickest|best|way|route|drive|driving|taxi|metro|subway|walk|walking|cycling|transit|how long|how far|is|it|directions?|please|show|me|find|fast|route:|:)\\s+)*(?<from>"
                                    + EN_NAME
                                    + ") to (?<to>"
                                    + EN_NAME
                                    + ")"
                                    + EN_STOP));

    private static final List<Pattern> DELIVERY =
            List.of(
                    Pattern.compile(
                            "(?:送到|送去|送至|送往|送来|寄到|带到|拿到|外卖到|配送到|地址是?[:：]?)(?<to>"
                                    + ZH_NAME
                                    + ")(?="
                                    + BREAK
                                    + "|吧|,|，|$|谢谢|来(?:两|[一二三四五六七八九十\\d])|点(?:两|[一二三四五六七八九十\\d]))"),
                    Pattern.compile(
                            "送(?!货|外卖|餐|一|两|[二三四五六七八九十\\d])(?<to>"
                                    + ZH_NAME
                                    + ")(?="
                                    + BREAK
                                    + "|吧|$|谢谢)"),
                    Pattern.compile("(?:往|给|到|在)(?<to>" + ZH_NAME + ")(?=送|点|叫|来|订|要)"),
                    Pattern.compile("(?<=[^来不])到(?<to>" + ZH_NAME + ")(?=" + BREAK + "|吧|$|谢谢)"),
                    Texts.pattern(
                            "\\b(?:delivered|deliver(?: (?:it|them|this|these))?|sent|send(?: (?:it|them))?|brought|bring(?: (?:it|them))?|delivery|drop(?:ped)?(?: off)?) (?:over )?(?:to|at) (?<to>"
                                    + EN_NAME
                                    + ")(?=\\s*["
                                    + Texts.GAP
                                    + ",;!?.]|\\s+(?:please|by|at|around|for|now|asap|and)\\b|\\s*$)"),
                    Texts.pattern(
                            "\\b(?:to|at) (?<to>(?!(?:order|get|drink|eat|have|buy|deliver|send)\\b)"
                                    + EN_NAME
                                    + ")(?=\\s*["
                                    + Texts.GAP
                                    + ",;!?.]|\\s+(?:please|by|at|around|for|now|asap|and|i|i'd)\\b|\\s*$)"));

    private static final List<Pattern> RECIPIENT =
            List.of(
                    Pattern.compile(
                            "(?:送到|送去|送至|寄到|寄往|寄给|发到|地址是?[:：]?)(?<to>"
                                    + ZH_NAME
                                    + ")(?="
                                    + BREAK
                                    + "|吧|$|谢谢)"),
                    Pattern.compile(
                            "(?:给|为|送给)(?<to>(?:我的?)?[^,，。我你]{1,6}?)(?=买|挑|选|送|寄|准备|订|搞|弄|的)"),
                    Pattern.compile("送(?:给)?(?<to>我?(?:爸爸?|妈妈?|老爸|老妈|父亲|母亲))"),
                    Texts.pattern(
                            "\\b(?:delivered|deliver(?: it)?|sent|send(?: it)?|ship(?:ped)?(?: it)?) (?:to|at) (?<to>"
                                    + EN_NAME
                                    + ")(?=\\s*["
                                    + Texts.GAP
                                    + ",;!?.]|\\s+(?:please|by|for|now|and)\\b|\\s*$)"),
                    Texts.pattern(
                            "\\b(?:for|to) (?<to>(?:my )?(?:mum|mom|mother|dad|father)(?:'s (?:place|home|house))?|(?:my |the )?(?:office|home|company))\\b"),
                    Texts.pattern(
                            "\\b(?:buy|get|give|send|find) (?<to>(?:my )?(?:mum|mom|mother|dad|father))\\b"));

    /** A place that only the person knows: 我女朋友家, my sister's flat. No map finds it. */
    private static final Pattern SOMEBODYS =
            Texts.pattern(
                    "^(?:我|我的|咱|我们)?(?:女朋友|男朋友|女友|男友|对象|老婆|老公|妻子|丈夫|朋友|闺蜜|同事|同学|老师|老板|客户|奶奶|爷爷|姥姥|姥爷|外婆|外公|姐姐?|哥哥?|弟弟?|妹妹?|姑姑|舅舅|阿姨|叔叔|岳父|岳母|公公|婆婆|儿子|女儿|孩子)(?:的)?(?:家|宿舍|公寓|公司|单位|办公室|学校|那儿|那里|那)(?:里|楼下|门口|前台)?$"
                            + "|^my [a-z ]+(?:'s)?(?: (?:place|home|house|flat|apartment|office|school|dorm))$"
                            + "|^my [a-z ]+'s$");

    private static final Map<String, Own> OWN =
            Map.of(
                    "公司",
                    new Own(
                            Texts.pattern(
                                    "^(?:我们?|咱们?|my |our |the )?(?:公司|单位|办公室|办公楼|work\\b|(?:the )?office\\b|company\\b|workplace\\b)(?:'s)?(?: building)?")),
                    "家",
                    new Own(
                            Texts.pattern(
                                    "^(?:我们?|my |our )?(?:家(?=$|里|楼|门|附近|小区)里?|home\\b|house\\b|place\\b|apartment\\b|flat\\b)")),
                    "妈妈",
                    new Own(
                            Texts.pattern(
                                    "^(?:我|我的|my )?(?:妈妈?|母亲|老妈|mum|mom|mother)(?:的?家里?|那里?|那儿|'s(?: (?:place|home|house|flat|apartment))?)?(?![a-z\\p{IsHan}])")),
                    "爸爸",
                    new Own(
                            Texts.pattern(
                                    "^(?:我|我的|my )?(?:爸爸?|父亲|老爸|dad|father)(?:的?家里?|那里?|那儿|'s(?: (?:place|home|house|flat|apartment))?)?(?![a-z\\p{IsHan}])")));

    private Places() {}

    /** Where from and where to, as far as it was said. */
    public static Way way(String text) {
        for (Pattern pattern : Texts.han(text) ? ZH_WAYS : EN_WAYS) {
            Matcher matcher = pattern.matcher(text);
            if (matcher.find()) {
                String from = clean(matcher.group("from"));
                String to = clean(matcher.group("to"));
                if (!to.isEmpty()) {
                    return new Way(from.isEmpty() ? null : from, to);
                }
            }
        }
        return new Way(null, null);
    }

    public static Optional<String> delivery(String text) {
        List<String> found = new ArrayList<>();
        for (Pattern pattern : DELIVERY) {
            Matcher matcher = pattern.matcher(text);
            while (found.isEmpty() && matcher.find()) {
                String place = clean(matcher.group("to").replaceFirst("[:：].*$", ""));
                if (!place.isEmpty() && !place.matches("我们?|大家|手|me|us")) {
                    found.add(place);
                }
            }
        }
        return found.stream().findFirst();
    }

    /** Where goods go: a place that is named, else a person they are for. */
    public static Optional<String> recipient(String text) {
        for (Pattern pattern : RECIPIENT) {
            Matcher matcher = pattern.matcher(text);
            if (matcher.find()) {
                String whom = clean(matcher.group("to"));
                if (!whom.isEmpty() && !whom.matches("(?i)我|我们|咱们?|自己|大家|me|us|myself")) {
                    return Optional.of(whom);
                }
            }
        }
        return Optional.empty();
    }

    /**
     * The address of a place: the person's own ones by name, others as they are. Empty where a name
     * like 公司 has no address yet.
     */
    public static Optional<String> address(String place, Map<String, String> own) {
        for (Map.Entry<String, Own> each : OWN.entrySet()) {
            Matcher matcher = each.getValue().names().matcher(place);
            if (matcher.find()) {
                String address = own.get(each.getKey());
                String rest = place.substring(matcher.end()).strip();
                return address == null || address.isBlank()
                        ? Optional.empty()
                        : Optional.of(joined(address, rest));
            }
        }
        String exact = own.get(place);
        if (exact == null && SOMEBODYS.matcher(place).find()) {
            return Optional.empty();
        }
        return Optional.of(exact == null ? place : exact);
    }

    private static String joined(String address, String rest) {
        if (rest.isEmpty()) {
            return address;
        }
        return Texts.han(address) && Texts.han(rest) ? address + rest : address + " " + rest;
    }

    private static String clean(@Nullable String said) {
        if (said == null) {
            return "";
        }
        String place = said.replace(Texts.HIDDEN, ' ').strip();
        if (Texts.han(place)) {
            place = ZH_LEAD.matcher(place).replaceFirst("").replaceFirst("(?:出发|的|那里|去|这边)$", "");
        } else {
            place =
                    place.replaceFirst("(?i)^(?:the|my) (?=[a-z])", "$0")
                            .replaceFirst("(?i)^the ", "")
                            .replaceFirst("(?i)(?:\\.| (?:on|at|in|by|for|from|to))+$", "");
        }
        return place.strip();
    }
}
