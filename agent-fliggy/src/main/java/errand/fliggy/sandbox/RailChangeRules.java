package errand.fliggy.sandbox;

import errand.agent.Money;
import errand.agent.Outcome;
import errand.agent.Quote.Line;
import errand.agent.Task;
import errand.fliggy.travel.RailFees;
import errand.runtime.sandbox.ChangeRules;
import errand.runtime.sandbox.Refusals;
import errand.runtime.sandbox.Ticket;
import errand.runtime.sandbox.Ware;
import errand.runtime.sandbox.World;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * Changes of train tickets as 12306 has them: once, from the same city, to another destination only
 * until 48 hours before departure. Fees are those of {@link RailFees}.
 */
final class RailChangeRules implements ChangeRules {

    private static final Duration OTHER_DESTINATION_UNTIL = Duration.ofHours(48);

    @Override
    public Outcome<Terms> terms(Ticket held, Ware wanted, Money price, Task task) {
        Seats old = (Seats) held.ware();
        Seats next = (Seats) wanted;
        Instant departs = old.closesAt();
        if (!task.now().isBefore(departs)) {
            return old.closed(task);
        }
        if (held.changes() > 0) {
            return Wording.notChangeable(task, "一张火车票只能改签一次", "a train ticket can be changed once");
        }
        if (!old.train().from().equals(next.train().from())) {
            return Wording.notChangeable(task, "改签不能改变出发城市", "its city of departure cannot change");
        }
        boolean late = Duration.between(task.now(), departs).compareTo(OTHER_DESTINATION_UNTIL) < 0;
        if (late && !old.train().to().equals(next.train().to())) {
            return Wording.notChangeable(
                    task,
                    "变更到站须在开车前48小时以前办理",
                    "another destination is possible until 48 hours before departure");
        }
        return Outcome.done(terms(held, old, next, price, task));
    }

    private static Terms terms(Ticket held, Seats old, Seats next, Money price, Task task) {
        Line ticket = held.quote().lines().getFirst();
        Instant departs = old.closesAt();
        Money change =
                RailFees.ofChanging(
                        ticket.unit(),
                        ticket.quantity(),
                        departs,
                        next.day(),
                        World.ZONE,
                        task.now());
        long cheaper = (held.worth().amount() - price.amount()) / ticket.quantity();
        Money back =
                RailFees.of(
                        Money.cny(Math.max(0, cheaper)), ticket.quantity(), departs, task.now());
        int percent = RailFees.changePercent(departs, next.day(), World.ZONE, task.now());
        String rule =
                Refusals.in(
                        task,
                        "改签费为原票价的%d%%；新票较贵补差价，较便宜退差价并按退票费率扣除".formatted(percent),
                        "The change fee is %d %% of the old price; a dearer train costs the difference, of a cheaper one the difference is given back less the refund fee"
                                .formatted(percent));
        boolean late = RailFees.changedLate(departs, next.closesAt(), task.now());
        Map<String, Object> details =
                late ? Map.of(Seats.AT_LEAST_PERCENT, RailFees.CHANGED_LATE_PERCENT) : Map.of();
        return new Terms(change.plus(back), rule, details);
    }
}
