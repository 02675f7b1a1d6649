package errand.orchestrator.planner.language;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whether a day or a time belongs to going or to coming back: the nearest verb decides. */
public enum Direction {
    OUT,
    BACK,
    UNSAID;

    private static final String ZH_BACK = "返程|返回|回程|回来|往回|回去|返|回";
    private static final String ZH_OUT = "出发|去程|去|到|走|启程|动身|过去|前往|飞";
    private static final Pattern ZH =
            Pattern.compile("(?<back>" + ZH_BACK + ")|(?<out>" + ZH_OUT + ")");
    private static final Pattern EN =
            Texts.pattern(
                    "\\b(?:(?<back>back|return(?:ing|s)?|come home|coming home|home)|(?<out>leav(?:e|ing)|depart(?:ing|s)?|go(?:ing)?|out(?:bound)?|there|arriv(?:e|ing)|set off|heading|head|fly|travel))\\b");
    private static final Pattern CLAUSE = Pattern.compile("[,，。;；!?！？]|\\.\\s");

    static Direction of(String text, int start, int end) {
        String before = last(text.substring(0, start));
        String after = first(text.substring(end));
        return Texts.han(text) ? chinese(before, after) : english(before, after);
    }

    private static Direction chinese(String before, String after) {
        String near = after.length() > 10 ? after.substring(0, 10) : after;
        Direction ahead = nearest(ZH.matcher(near), true);
        return ahead != UNSAID ? ahead : nearest(ZH.matcher(before), false);
    }

    private static Direction english(String before, String after) {
        Direction behind = nearest(EN.matcher(before), false);
        if (behind != UNSAID) {
            return behind;
        }
        String near = after.length() > 16 ? after.substring(0, 16) : after;
        return nearest(EN.matcher(near), true);
    }

    private static Direction nearest(Matcher matcher, boolean first) {
        Direction found = UNSAID;
        while (matcher.find()) {
            found = matcher.group("back") != null ? BACK : OUT;
            if (first) {
                return found;
            }
        }
        return found;
    }

    private static String last(String before) {
        Matcher clause = CLAUSE.matcher(before);
        int from = 0;
        while (clause.find()) {
            from = clause.end();
        }
        return before.substring(from);
    }

    private static String first(String after) {
        Matcher clause = CLAUSE.matcher(after);
        return clause.find() ? after.substring(0, clause.start()) : after;
    }
}
