package errand.alipay.sandbox;

import errand.agent.Money;
import errand.agent.Outcome;
import errand.agent.Task;
import errand.alipay.sandbox.Rules.Limits;
import errand.alipay.wallet.Method;
import errand.alipay.wallet.MethodState;
import errand.alipay.wallet.Shortfall;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What each method of a person can pay now, and why one cannot. */
final class Funds {

    private final Purses purses;
    private final MethodRules rules;

    Funds(Purses purses, MethodRules rules) {
        this.purses = purses;
        this.rules = rules;
    }

    Method preferred(Task task) {
        return rules.preferred(task.user());
    }

    /** All methods, the default first. */
    List<MethodState> all(Task task) {
        Method preferred = preferred(task);
        return Arrays.stream(Method.values())
                .map(method -> state(method, preferred, task))
                .sorted(Comparator.comparing(state -> !state.isDefault()))
                .toList();
    }

    /** Those that could pay it now, but for one. */
    List<MethodState> others(Method but, Money wanted, Predicate<Method> allowed, Task task) {
        return all(task).stream()
                .filter(state -> state.method() != but && allowed.test(state.method()))
                .filter(state -> state.enabled() && wanted.amount() <= most(state))
                .toList();
    }

    /**
     * Why a method cannot pay so much now, with what could; empty when it can.
     *
     * @param allowed methods that may be offered instead
     */
    <O> Optional<Outcome<O>> refusal(
            Method method, Money wanted, Predicate<Method> allowed, Task task) {
        MethodState state = state(method, preferred(task), task);
        if (state.enabled() && wanted.amount() <= most(state)) {
            return Optional.empty();
        }
        List<MethodState> others = others(method, wanted, allowed, task);
        if (!state.enabled()) {
            return Optional.of(
                    Wording.methodDisabled(task, shortfall(state, wanted, wanted, others, null)));
        }
        if (wanted.amount() > limit(state)) {
            Money over = Money.cny(wanted.amount() - limit(state));
            return Optional.of(
                    Wording.methodLimit(
                            task,
                            wanted,
                            Money.cny(limit(state)),
                            shortfall(state, wanted, over, others, null)));
        }
        Money missing = wanted.minus(state.available());
        return Optional.of(
                Wording.balanceTooLow(
                        task,
                        wanted,
                        shortfall(state, wanted, missing, others, topUp(wanted, task))));
    }

    private static Shortfall shortfall(
            MethodState state,
            Money wanted,
            Money missing,
            List<MethodState> others,
            Shortfall.@Nullable TopUp topUp) {
        return new Shortfall(state.available(), missing, state.method(), others, topUp);
    }

    /** What would make the balance enough, taken from one other method of the person's own. */
    private Shortfall.@Nullable TopUp topUp(Money wanted, Task task) {
        Money missing = wanted.minus(state(Method.BALANCE, Method.BALANCE, task).available());
        if (missing.amount() <= 0) {
            return null;
        }
        return others(Method.BALANCE, missing, Transferring.SENDS, task).stream()
                .findFirst()
                .map(from -> new Shortfall.TopUp(missing, from.method()))
                .orElse(null);
    }

    private MethodState state(Method method, Method preferred, Task task) {
        Limits limits = rules.limits(task.user(), method);
        Long perDay = limits.perDay();
        Money left =
                perDay == null
                        ? null
                        : Money.cny(
                                Math.max(
                                        0,
                                        perDay - rules.usedToday(task.user(), method, task.now())));
        return new MethodState(
                method,
                method.in(task.lang()),
                Money.cny(purses.free(task.user(), method, task.now())),
                money(limits.perPayment()),
                money(perDay),
                left,
                method == preferred,
                limits.enabled());
    }

    private static @Nullable Money money(@Nullable Long fen) {
        return fen == null ? null : Money.cny(fen);
    }

    private static long most(MethodState state) {
        return Math.min(state.available().amount(), limit(state));
    }

    private static long limit(MethodState state) {
        Money each = state.perPayment();
        Money today = state.leftToday();
        return Math.min(
                each == null ? Long.MAX_VALUE : each.amount(),
                today == null ? Long.MAX_VALUE : today.amount());
    }
}
