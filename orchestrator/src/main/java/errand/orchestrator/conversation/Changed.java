package errand.orchestrator.conversation;

import errand.orchestrator.plan.Changing.Reason;
import errand.orchestrator.plan.Plan;
import org.jspecify.annotations.Nullable;

/** What the person hears at once when they want a running plan to be another. */
final class Changed {

    private Changed() {}

    /**
     * @param told what is said
     */
    static Fact said(Thinking thinking, String told) {
        return new Fact.AnswerGiven(
                thinking.taskId(), thinking.messageId(), null, told, "[]", "{}");
    }

    /** Why nothing changes, and what is possible instead. */
    static String refused(Reason reason, boolean zh, @Nullable Plan plan) {
        String goal = plan == null ? "" : plan.spec().goal();
        return switch (reason) {
            case OVER ->
                    zh
                            ? "没有改：这件事已经不再往下办了。要的话请当作一件新的事从头说一遍。"
                            : "Nothing was changed: that is not going forward any more. Please say"
                                    + " it in full as a new errand.";
            case BUSY ->
                    zh
                            ? "没有改：“%s”正好有一步在办，结果还没回来。等这一步有了结果，请再说一次；不想办了就说“算了”。".formatted(goal)
                            : "Nothing was changed: a step of \"%s\" is being done right now and its result is not known yet. Please say it again in a moment; to stop it all, say \"forget it\"."
                                    .formatted(goal);
            case TOO_LATE ->
                    zh
                            ? "没有改：“%s”里有的已经订好或者付了款，改动要先退订，可能要收费。不想要了就说“算了”，已经办的会退回；要另外的，请当作一件新的事从头说一遍。"
                                    .formatted(goal)
                            : "Nothing was changed: part of \"%s\" is already booked or paid, and undoing that may cost a fee. To give it all back, say \"forget it\"; to have something else besides, say it in full as a new errand."
                                    .formatted(goal);
            case TOO_OFTEN ->
                    zh
                            ? "没有改：这件事已经改了太多次。可以说“算了”，再当作一件新的事从头说一遍。"
                            : "Nothing was changed: this was changed too many times already. Say"
                                    + " \"forget it\", and then say it in full as a new errand.";
        };
    }
}
