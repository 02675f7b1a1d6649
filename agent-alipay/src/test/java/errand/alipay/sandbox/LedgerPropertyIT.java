package errand.alipay.sandbox;

import static errand.alipay.sandbox.Person.HOTEL;
import static errand.alipay.sandbox.Person.RAIL;
import static errand.alipay.sandbox.Person.line;
import static errand.testkit.Outcomes.done;
import static errand.testkit.Outcomes.race;
import static org.assertj.core.api.Assertions.assertThat;

import errand.agent.Outcome;
import errand.agent.Outcome.Done;
import errand.alipay.wallet.Authorise;
import errand.alipay.wallet.Authorised;
import errand.alipay.wallet.Captured;
import errand.alipay.wallet.Method;
import errand.alipay.wallet.PaymentLine;
import errand.alipay.wallet.PaymentQuote;
import errand.alipay.wallet.QuotePayment;
import errand.alipay.wallet.TransferQuote;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever is done in whatever order and at once, the ledger sums to zero, no account is below what
 * it may hold, every figure agrees with its entries, and nobody's money is lost.
 */
class LedgerPropertyIT extends Audited {

    private static final int STEPS = 700;
    private static final int CROWD = 4;

    private final Sandbox sandbox = Sandbox.on(DATABASE, 300_000);
    private final List<Authorised> authorised = new ArrayList<>();
    private final List<Captured> captured = new ArrayList<>();
    private final List<PaymentLine> lines = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(longs = {11, 12})
    void one_after_the_other(long seed) {
        Random random = new Random(seed);
        Person person = Person.somebody(sandbox);
        int done = 0;
        for (int i = 0; i < STEPS; i++) {
            done += step(random, person) instanceof Done ? 1 : 0;
            assertThat(one("select sum from alipay.ledger_sum"))
                    .as("seed %d, step %d", seed, i)
                    .isZero();
            assertThat(one("select count(*) from alipay.account where balance < lowest"))
                    .as("seed %d, step %d", seed, i)
                    .isZero();
            if (i % 50 == 0) {
                assertThat(DB.sql("select * from alipay.account_differs").query().listOfRows())
                        .as("seed %d, step %d", seed, i)
                        .isEmpty();
            }
        }
        assertThat(done).as("enough must be possible to mean anything").isGreaterThan(STEPS / 3);
        settled(person);
    }

    @ParameterizedTest
    @ValueSource(longs = {21, 22, 23})
    void four_people_and_two_tasks_of_each_at_once(long seed) throws Exception {
        List<Person> people = new ArrayList<>();
        for (int i = 0; i < CROWD; i++) {
            people.add(new Person(sandbox, "crowd-" + seed + "-" + i));
        }
        List<Callable<Integer>> runs = new ArrayList<>();
        for (int i = 0; i < 2 * CROWD; i++) {
            Person person = people.get(i % CROWD);
            Random random = new Random(seed * 100 + i);
            LedgerPropertyIT own = new LedgerPropertyIT();
            runs.add(
                    () -> {
                        int done = 0;
                        for (int step = 0; step < STEPS / 4; step++) {
                            done += own.step(random, person) instanceof Done ? 1 : 0;
                        }
                        return done;
                    });
        }
        int done = race(runs).stream().mapToInt(Integer::intValue).sum();
        assertThat(done).isGreaterThan(2 * CROWD * STEPS / 12);
        the_books_are_right();
        people.forEach(this::settled);
    }

    private Outcome<?> step(Random random, Person person) {
        return switch (random.nextInt(9)) {
            case 0, 1, 2 -> authorise(random, person);
            case 3, 4 -> authorised.isEmpty() ? authorise(random, person) : capture(random, person);
            case 5 ->
                    authorised.isEmpty()
                            ? authorise(random, person)
                            : person.release(any(random, authorised));
            case 6, 7 -> captured.isEmpty() ? authorise(random, person) : refund(random, person);
            default -> transfer(random, person);
        };
    }

    private Outcome<?> authorise(Random random, Person person) {
        PaymentLine first = line(RAIL, 1 + random.nextInt(40_000));
        PaymentLine second =
                lines.isEmpty() || random.nextInt(4) > 0
                        ? line(HOTEL, 1 + random.nextInt(40_000))
                        : any(random, lines);
        lines.add(first);
        List<PaymentLine> both = random.nextBoolean() ? List.of(first, second) : List.of(first);
        Method method = any(random, List.of(Method.values()));
        Authorise wish = new Authorise(both, method, null, null);
        if (random.nextInt(3) == 0) {
            Outcome<PaymentQuote> quote =
                    sandbox.wallet()
                            .quote(new QuotePayment(both, method, null, null), person.task());
            if (quote instanceof Done<PaymentQuote>(var offered)) {
                wish = new Authorise(both, null, null, offered.paymentQuoteId());
            }
        }
        Outcome<Authorised> outcome = person.authorise(wish);
        if (outcome instanceof Done<Authorised>(var output)) {
            authorised.add(output);
        }
        return outcome;
    }

    private Outcome<?> capture(Random random, Person person) {
        Authorised one = any(random, authorised);
        List<PaymentLine> some = one.lines().subList(0, 1 + random.nextInt(one.lines().size()));
        Outcome<Captured> outcome = person.capture(one, some.toArray(PaymentLine[]::new));
        if (outcome instanceof Done<Captured>(var output)) {
            captured.add(output);
        }
        return outcome;
    }

    private Outcome<?> refund(Random random, Person person) {
        Captured one = any(random, captured);
        PaymentLine of = any(random, one.lines());
        Long part =
                random.nextBoolean() ? (Long) (1 + random.nextLong(of.amount().amount())) : null;
        return person.refund(one, part, random.nextInt(3) == 0 ? null : of.quoteId());
    }

    private Outcome<?> transfer(Random random, Person person) {
        String to = random.nextInt(3) == 0 ? "me" : random.nextBoolean() ? "妈妈" : "爸爸";
        Method from = any(random, List.of(Method.BALANCE, Method.YUEBAO, Method.BANK_CARD));
        Outcome<TransferQuote> quote = person.quoteTransfer(to, 1 + random.nextInt(30_000), from);
        return quote instanceof Done<TransferQuote>(var given) ? person.send(given.quote()) : quote;
    }

    /** What a person's movements add up to is what they hold. */
    private void settled(Person person) {
        for (Method method : Method.values()) {
            String account = Purses.account(person.user, method);
            Long last =
                    DB.sql(
                                    """
                                    select balance_after from alipay.movement
                                    where account_id = ? order by movement_id desc limit 1
                                    """)
                            .param(account)
                            .query(Long.class)
                            .optional()
                            .orElse(0L);
            Long sum =
                    DB.sql(
                                    "select coalesce(sum(amount), 0) from alipay.movement where account_id = ?")
                            .param(account)
                            .query(Long.class)
                            .single();
            assertThat(last).as(account).isEqualTo(sum);
        }
        assertThat(done(person.quoteTransfer("妈妈", 1, Method.BANK_CARD))).isNotNull();
    }

    private static <T> T any(Random random, List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
