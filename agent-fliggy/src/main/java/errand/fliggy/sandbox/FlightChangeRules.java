package errand.fliggy.sandbox;

import errand.agent.Money;
import errand.agent.Outcome;
import errand.agent.Quote.Line;
import errand.agent.Task;
import errand.fliggy.travel.FlightFees;
import errand.runtime.sandbox.ChangeRules;
import errand.runtime.sandbox.Refusals;
import errand.runtime.sandbox.Ticket;
import errand.runtime.sandbox.Ware;
import java.util.Map;

/** Changes of flights: the same airline and cities, the same cabin or a better one, any number. */
final class FlightChangeRules implements ChangeRules {

    @Override
    public Outcome<Terms> terms(Ticket held, Ware wanted, Money price, Task task) {
        FlightSeats old = (FlightSeats) held.ware();
        FlightSeats next = (FlightSeats) wanted;
        if (!task.now().isBefore(old.departs())) {
            return Refusals.departed(task, old.title(), old.departs());
        }
        if (!old.flight().airline().equals(next.flight().airline())) {
            return Wording.notChangeable(
                    task,
                    "机票只能改到同一航空公司（%s）的航班".formatted(old.flight().airline().zh()),
                    "a ticket changes only into one of the same airline (%s)"
                            .formatted(old.flight().airline().en()));
        }
        if (!sameCities(old.flight(), next.flight())) {
            return Wording.notChangeable(task, "机票不能改变出发或到达城市", "its cities cannot change");
        }
        if (next.cabin().compareTo(old.cabin()) < 0) {
            return Wording.notChangeable(task, "机票不能降舱改期", "its cabin cannot become a lower one");
        }
        Line fare = held.quote().lines().getFirst();
        Money fee =
                FlightFees.ofChanging(
                        old.cabin(), fare.unit(), fare.quantity(), old.departs(), task.now());
        int percent = FlightFees.changePercent(old.cabin(), old.departs(), task.now());
        String rule =
                Refusals.in(
                        task,
                        "改期费为原票价的%d%%，差价多退少补".formatted(percent),
                        "The change fee is %d %% of the old fare; the difference is paid or given back"
                                .formatted(percent));
        return Outcome.done(new Terms(fee, rule, Map.of()));
    }

    private static boolean sameCities(Flight old, Flight next) {
        return old.from().city().equals(next.from().city())
                && old.to().city().equals(next.to().city());
    }
}
