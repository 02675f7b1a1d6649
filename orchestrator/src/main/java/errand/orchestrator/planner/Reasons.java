package errand.orchestrator.planner;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Why something was not done, in words for people, by the code of the failure. */
final class Reasons {

    static final String NO_ANSWER = "NO_ANSWER";

    private static final String FAULT = "AGENT_FAULT";

    /** Codes of what an agent does wrong, whoever asks. */
    private static final Set<String> FAULTS =
            Set.of(FAULT, "OUTPUT_INVALID", "REPLY_TOO_LARGE", "DELIVERED_TOO_OFTEN");

    private record Words(String chinese, String english) {}

    private static final Map<String, Words> KNOWN =
            Map.of(
                    "CONSENT_REFUSED",
                    new Words("您没有同意", "you did not agree"),
                    "CONSENT_EXPIRED",
                    new Words("等您确认超时了", "your consent was not given in time"),
                    "QUOTE_EXPIRED",
                    new Words("报价过期了", "the quote has expired"),
                    NO_ANSWER,
                    new Words("对方服务没有回应", "the service did not answer"),
                    "CIRCUIT_OPEN",
                    new Words(
                            "对方服务最近总出问题，暂时停一停，过几分钟再说一次",
                            "the service has had trouble and is left alone for now; say it again in a few minutes"),
                    "PLAN_OVERDUE",
                    new Words("没能在限定的时间内办完", "it could not be done in the time allowed"),
                    "CANCELLED",
                    new Words("按您的要求停下了", "stopped as you asked"),
                    FAULT,
                    new Words(
                            "对方服务出了故障，已记下来请人处理",
                            "the service is at fault; it has been noted for those who look after it"),
                    "TOO_MANY_PLANS",
                    new Words(
                            "同时在办的事太多了，等一件办完，或者取消一件再说",
                            "too much is under way at the same time; wait until something is done, or cancel something"));

    private Reasons() {}

    /** Without a full stop; null for what nobody put into words. */
    static @Nullable String of(String code, boolean chinese) {
        Words words = KNOWN.get(FAULTS.contains(code) ? FAULT : code);
        if (words == null) {
            return null;
        }
        return chinese ? words.chinese() : words.english();
    }
}
