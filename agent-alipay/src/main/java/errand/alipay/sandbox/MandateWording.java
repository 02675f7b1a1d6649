package errand.alipay.sandbox;

import static errand.runtime.sandbox.Refusals.refused;
import static errand.runtime.sandbox.Refusals.unknown;
import static errand.runtime.sandbox.Refusals.yuan;

import errand.agent.Money;
import errand.agent.Outcome;
import errand.agent.Task;

/** How refusals about mandates are worded, in the language of the task. */
final class MandateWording {

    private MandateWording() {}

    static <O> Outcome<O> mandateInvalid(Task task, String field) {
        return refused(
                task,
                "MANDATE_INVALID",
                "授权的“%s”不对：金额要大于零、用人民币，要写明可付给谁、可用于什么，截止时间要在将来。".formatted(field),
                "The mandate's '%s' does not do: amounts are CNY and above zero, payees and capabilities are named, and it ends in the future."
                        .formatted(field));
    }

    static <O> Outcome<O> unknownMandate(Task task, String id) {
        return unknown(task, "UNKNOWN_MANDATE", "mandate", "事先授权", id);
    }

    static <O> Outcome<O> unknownReservation(Task task, String id) {
        return unknown(task, "UNKNOWN_RESERVATION", "reservation", "预留", id);
    }

    static <O> Outcome<O> noMandate(Task task) {
        return refused(
                task,
                "NO_MANDATE",
                "没有一份事先授权涵盖这些付款，需要你确认。",
                "None of your mandates covers all of this, so you are asked.");
    }

    static <O> Outcome<O> mandateExhausted(Task task, Money left, Money wanted) {
        return refused(
                task,
                "MANDATE_EXHAUSTED",
                "事先授权只剩%s元，这次要%s元，需要你确认。".formatted(yuan(left), yuan(wanted)),
                "Your mandate has %s CNY left and this takes %s CNY, so you are asked."
                        .formatted(yuan(left), yuan(wanted)));
    }
}
