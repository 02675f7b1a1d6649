package errand.alipay.sandbox;

import static errand.alipay.sandbox.Person.RAIL;
import static errand.alipay.sandbox.Person.line;
import static errand.testkit.Outcomes.done;
import static errand.testkit.Outcomes.race;
import static errand.testkit.Outcomes.refused;
import static org.assertj.core.api.Assertions.assertThat;

import errand.agent.Money;
import errand.agent.Outcome.Done;
import errand.alipay.sandbox.SandboxPeople.MethodChange;
import errand.alipay.wallet.ListMethods;
import errand.alipay.wallet.Method;
import errand.alipay.wallet.MethodState;
import errand.alipay.wallet.Methods;
import errand.alipay.wallet.Shortfall;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MethodsIT extends Audited {

    private final Sandbox sandbox = Sandbox.on(DATABASE, 6_000_000);
    private final Person person = Person.somebody(sandbox);

    @Test
    void lists_all_with_what_they_have_and_the_default_first() {
        Methods methods = methods();
        assertThat(methods.defaultMethod()).isEqualTo(Method.BALANCE);
        assertThat(methods.title()).isEqualTo("余额 60000，余额宝 20000，银行卡 50000，花呗 10000");
        person(Map.of(), Method.BANK_CARD);
        assertThat(methods().methods().getFirst().method()).isEqualTo(Method.BANK_CARD);
        done(person.authorise(line(RAIL, 10_000)));
        assertThat(person.balance()).isEqualTo(6_000_000);
    }

    @Test
    void a_payment_may_say_a_method_and_what_is_reserved_comes_from_it() {
        var authorised = done(person.authorise(Method.YUEBAO, line(RAIL, 10_000)));
        assertThat(state(Method.YUEBAO).available()).isEqualTo(Money.cny(1_990_000));
        assertThat(person.balance()).isEqualTo(6_000_000);
        done(person.release(authorised));
        assertThat(state(Method.YUEBAO).available()).isEqualTo(Money.cny(2_000_000));
    }

    @Test
    void credit_is_spent_down_to_its_limit_and_not_below() {
        person.pay(
                new errand.alipay.wallet.Authorise(
                        List.of(line(RAIL, 999_999)), Method.HUABEI, null, null));
        var no = refused(person.authorise(Method.HUABEI, line(RAIL, 2)));
        assertThat(no.code()).isEqualTo("BALANCE_TOO_LOW");
        assertThat(no.message()).isEqualTo("花呗不足：需要0.02元，可用0.01元，还差0.01元。可以改用余额、余额宝、银行卡，或选更便宜的。");
        assertThat(person.authorise(Method.HUABEI, line(RAIL, 1))).isInstanceOf(Done.class);
    }

    @Test
    void above_a_limit_is_refused_with_what_could_pay_and_a_day_later_not() {
        person(Map.of(Method.BANK_CARD, change(null, 20_000L, 30_000L)), null);
        assertThat(refused(person.authorise(Method.BANK_CARD, line(RAIL, 20_001))).code())
                .isEqualTo("METHOD_LIMIT");
        done(person.authorise(Method.BANK_CARD, line(RAIL, 20_000)));
        var no = refused(person.authorise(Method.BANK_CARD, line(RAIL, 10_001)));
        assertThat(no.message()).isEqualTo("超过银行卡的限额：需要100.01元，现在最多可付100元。可以改用余额、余额宝、花呗，或选更便宜的。");
        assertThat(state(Method.BANK_CARD).leftToday()).isEqualTo(Money.cny(10_000));
        person.now = Person.NOW.plus(Duration.ofDays(1));
        done(person.authorise(Method.BANK_CARD, line(RAIL, 10_001)));
    }

    @Test
    void of_many_at_once_a_days_limit_lets_through_what_fits() throws Exception {
        person(Map.of(Method.YUEBAO, change(null, null, 30_000L)), null);
        var outcomes = race(20, () -> person.authorise(Method.YUEBAO, line(RAIL, 10_000)));
        assertThat(outcomes.stream().filter(Done.class::isInstance)).hasSize(3);
    }

    @Test
    void what_is_switched_off_pays_nothing_and_is_not_offered() {
        person(Map.of(Method.YUEBAO, change(false, null, null)), null);
        assertThat(refused(person.authorise(Method.YUEBAO, line(RAIL, 1))).code())
                .isEqualTo("METHOD_DISABLED");
        sandbox.wallet().setBalance(person.user, 0, Person.NOW);
        Shortfall details = Person.details(person.authorise(line(RAIL, 1)), Shortfall.class);
        assertThat(details.otherMethods())
                .extracting(MethodState::method)
                .containsExactly(Method.BANK_CARD, Method.HUABEI);
        assertThat(details.topUp()).isEqualTo(new Shortfall.TopUp(Money.cny(1), Method.BANK_CARD));
    }

    @Test
    void a_limit_that_is_lowered_below_what_is_owed_is_refused_by_the_database() {
        person.pay(
                new errand.alipay.wallet.Authorise(
                        List.of(line(RAIL, 500)), Method.HUABEI, null, null));
        org.assertj.core.api.Assertions.assertThatThrownBy(
                        () ->
                                person(
                                        Map.of(
                                                Method.HUABEI,
                                                new MethodChange(null, 499L, null, null, null)),
                                        null))
                .hasStackTraceContaining("never_below_its_limit");
    }

    private static MethodChange change(
            @Nullable Boolean enabled, @Nullable Long perPayment, @Nullable Long perDay) {
        return new MethodChange(null, null, enabled, perPayment, perDay);
    }

    private void person(Map<Method, MethodChange> methods, @Nullable Method preferred) {
        sandbox.people().change(person.user, methods, preferred, List.of(), Person.NOW);
    }

    private Methods methods() {
        return done(sandbox.wallet().methods(new ListMethods(), person.task()));
    }

    private MethodState state(Method method) {
        return methods().methods().stream()
                .filter(state -> state.method() == method)
                .findFirst()
                .orElseThrow();
    }
}
