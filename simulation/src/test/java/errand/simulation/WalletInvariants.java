package errand.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import errand.simulation.DeskBooks.Booked;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The ledger agrees with what the businesses sold (G2, G3, G5, G7). */
final class WalletInvariants {

    private final JdbcClient db;
    private final AgentInbox inbox;
    private final List<DeskBooks> desks;
    private final Endings endings;

    WalletInvariants(FiveAgents.Shipped wallets, List<DeskBooks> desks, Endings endings) {
        this.db = wallets.db();
        this.inbox = new AgentInbox(wallets);
        this.desks = desks;
        this.endings = endings;
    }

    void hold() {
        Broken.unless("G7 the ledger sums to zero", this::ledgerSumsToZero);
        Broken.unless("G3 inbox and books agree", this::inboxAndBooksAgree);
        Broken.unless("G2 captured is what was quoted", this::capturedIsWhatWasSold);
        Broken.unless("G5 nothing stays held", this::nothingStaysHeld);
        Broken.unless(
                "a mandate is never overspent, and gets back what came to nothing", this::mandate);
    }

    private void ledgerSumsToZero() {
        assertThat(number("select sum from ledger_sum")).isZero();
        assertThat(number("select held from ledger_sum"))
                .isEqualTo(number("select reserved from ledger_sum"));
        assertThat(
                        number(
                                "select coalesce(sum(amount), 0) from entry join account using"
                                        + " (account_id) where kind = 'MERCHANT'"))
                .as("what merchants have")
                .isEqualTo(number("select captured from ledger_sum"));
    }

    private void inboxAndBooksAgree() {
        assertThat(tasks("select task_key from authorisation"))
                .isEqualTo(inbox.done(name -> name.endsWith(".authorise")));
        assertThat(tasks("select task_key from capture"))
                .isEqualTo(inbox.done(name -> name.endsWith(".capture")));
        assertThat(tasks("select task_key from reservation"))
                .isEqualTo(inbox.done(name -> name.endsWith("mandate.reserve")));
        assertThat(number("select count(*) from capture where refunded_at is not null"))
                .isEqualTo(inbox.done(name -> name.endsWith(".refund")).size());
    }

    /** Quote by quote: what was paid is what was sold, neither more nor less. */
    private void capturedIsWhatWasSold() {
        Map<String, Long> sold = new HashMap<>();
        for (DeskBooks desk : desks) {
            desk.bookings.stream()
                    .filter(Booked::stands)
                    .filter(booking -> !endings.givenUp(booking.task()))
                    .forEach(it -> sold.put(it.quoteId(), desk.total(it.quoteId())));
        }
        Map<String, Long> paid = new HashMap<>();
        db.sql(
                        """
                        select quote_id, amount, c.task_key from authorised_line
                        join capture c using (authorisation_id) where state = 'CAPTURED'
                        """)
                .query(
                        row -> {
                            if (!endings.givenUp(row.getString(3))) {
                                paid.put(row.getString(1), row.getLong(2));
                            }
                        });
        assertThat(paid).isEqualTo(sold);
        assertThat(number("select coalesce(sum(total), 0) from capture where refunded_at is null"))
                .isEqualTo(number("select captured from ledger_sum"));
    }

    private void nothingStaysHeld() {
        assertThat(tasks("select task_key from authorisation where state = 'OPEN'"))
                .allMatch(endings::givenUp);
    }

    private void mandate() {
        assertThat(number("select count(*) from mandate_differs")).isZero();
        assertThat(number("select count(*) from mandate where reserved > total")).isZero();
        assertThat(tasks("select task_key from reservation where state = 'OPEN'"))
                .allMatch(task -> endings.stands(task) || endings.givenUp(task));
    }

    private Set<String> tasks(String sql) {
        return db.sql(sql).query(String.class).set();
    }

    private long number(String sql) {
        return db.sql(sql).query(Long.class).single();
    }
}
