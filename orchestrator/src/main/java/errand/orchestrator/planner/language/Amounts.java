package errand.orchestrator.planner.language;

import errand.agent.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Money in a sentence: 预算3万, 三千五以内, 500块, under 800 yuan, ¥300 a night. A bare number is money only
 * beside a currency or a word that bounds it.
 */
public final class Amounts {

    private static final String PER_PERSON =
            "每人|人均|每个人|每位|一个人|一人|per person|per head|a head|a person|each|pp\\b|/人|/person";
    private static final String PER_NIGHT =
            "每晚|一晚上?|每夜|一夜|/晚|每间夜|per night|a night|nightly|each night|/night|/ night";
    private static final String BEFORE =
            "(?:总预算|预算|不超过|不要超过|别超过|不能超过|不得超过|最多|至多|低于|少于|控制在|不高于|不大于|上限|价格在|总价|总共|一共|花费"
                    + "|under|below|within|max(?:imum)?|up to|at most|(?:no|not) more than|less than"
                    + "|budgets?|cheaper than|no over|not over|(?:not|don't|doesn't) exceed|total(?: of)?|cap(?:ped)? at|spend(?:ing)?)";
    private static final String FILL =
            "(?:\\s|是|在|为|大概|大约|约|差不多|不要超过|别超过|不能超过|不超过|控制|最多|至多|低于|总共|一共|:|of|is|are|was|around|about|roughly|to|under|up to|max|at"
                    + "|by|"
                    + PER_PERSON
                    + "|"
                    + PER_NIGHT
                    + ")*";
    private static final String AFTER =
            "(?:(?:的|\\s)*(?:以内|以下|之内|内(?!容)|左右|封顶|上下|为限|预算|or less|or under|or below|or so|max(?:imum)?|tops|at most|budget|in all|in total"
                    + "|altogether|all in|all told|total|to spend|"
                    + PER_PERSON
                    + "|"
                    + PER_NIGHT
                    + "))";
    private static final String UNIT =
            "(?!\\s*(?:多?[个人位名天晚夜间杯份瓶点号日月周年岁星口袋盒碗]|小时|分钟|公里|站|people|persons?|guests?|nights?\\b|days?\\b"
                    + "|weeks?|months?|hours?|minutes?|mins?\\b|rooms?|adults?|km\\b|[ap]\\.?m\\b|:\\d|stars?|years?|cups?|colleagues|friends|-star))";

    private static final Pattern MONEY =
            Texts.pattern(
                    "(?<before>"
                            + BEFORE
                            + FILL
                            + "|(?:"
                            + PER_PERSON
                            + "|"
                            + PER_NIGHT
                            + ")"
                            + FILL
                            + ")?(?<sign>¥|rmb\\s?|cny\\s?|人民币|us\\$|\\$)?\\s?(?<number>(?>"
                            + Numbers.ANY
                            + "))(?:\\s?(?<unit>元|块钱|块|圆|人民币|rmb|cny|yuan|kuai|美元|usd|dollars))?"
                            + UNIT
                            + "(?<after>"
                            + AFTER
                            + "{0,2})");

    /** 5000的相机, this 5,000 camera: a price that stands before the thing. */
    private static final Pattern PRICED =
            Texts.pattern(
                    "(?<=[这那买个台部款件双的])(?<zh>\\d{3,7}|"
                            + "[一二两三四五六七八九][千万百][一二三四五六七八九十百千]*)(?:块|元)?(?:钱)?(?:左右|上下)?的(?=[\\p{IsHan}A-Za-z]{2})"
                            + "|\\b(?:this|that|the|an?) (?<en>\\d{1,3},\\d{3}|\\d{3,6})(?= [a-z]{3,})(?! (?:people|persons?|guests?|piece|pieces|pixels?|watts?|rooms?|years?|days?|nights?))");

    private static final Pattern PERSON = Texts.pattern(PER_PERSON);
    private static final Pattern NIGHT = Texts.pattern(PER_NIGHT);

    private Amounts() {}

    public static List<Mention<Amount>> in(String text) {
        List<Mention<Amount>> found = new ArrayList<>();
        Matcher matcher = MONEY.matcher(text);
        while (matcher.find()) {
            boolean meant =
                    matcher.group("before") != null
                            || matcher.group("sign") != null
                            || matcher.group("unit") != null
                            || !matcher.group("after").isEmpty();
            if (meant && !together(matcher)) {
                amount(matcher).ifPresent(it -> found.add(at(matcher, it)));
            }
        }
        if (found.isEmpty()) {
            priced(text).ifPresent(found::add);
        }
        return found;
    }

    private static Optional<Mention<Amount>> priced(String text) {
        Matcher matcher = PRICED.matcher(text);
        if (!matcher.find()) {
            return Optional.empty();
        }
        String number = matcher.group("zh") == null ? matcher.group("en") : matcher.group("zh");
        return Numbers.parse(number)
                .map(value -> new Amount(new Money(minor(value), "CNY"), Amount.Per.TOTAL))
                .map(amount -> new Mention<>(matcher.start(), matcher.end(), amount));
    }

    /** A whole answer to "how much?": any number in it. */
    public static Optional<Amount> bare(String text) {
        List<Mention<Amount>> said = in(text);
        if (!said.isEmpty()) {
            return Optional.of(said.getFirst().value());
        }
        Matcher matcher = MONEY.matcher(text);
        return matcher.find() ? amount(matcher) : Optional.empty();
    }

    private static Mention<Amount> at(Matcher matcher, Amount amount) {
        return new Mention<>(matcher.start(), matcher.end(), amount);
    }

    /** 一块去 is "together", not one yuan. */
    private static boolean together(Matcher matcher) {
        return "一".equals(matcher.group("number")) && "块".equals(matcher.group("unit"));
    }

    private static Optional<Amount> amount(Matcher matcher) {
        String around = matcher.group();
        Amount.Per per =
                PERSON.matcher(around).find()
                        ? Amount.Per.PERSON
                        : NIGHT.matcher(around).find() ? Amount.Per.NIGHT : Amount.Per.TOTAL;
        String currency =
                around.contains("$") || around.matches("(?is).*(usd|dollars|美元).*") ? "USD" : "CNY";
        return Numbers.parse(matcher.group("number"))
                .filter(number -> number.signum() > 0)
                .filter(number -> number.compareTo(BigDecimal.valueOf(1_000_000_000)) < 0)
                .map(number -> new Amount(new Money(minor(number), currency), per));
    }

    private static long minor(BigDecimal number) {
        return number.movePointRight(2).setScale(0, RoundingMode.HALF_UP).longValueExact();
    }
}
