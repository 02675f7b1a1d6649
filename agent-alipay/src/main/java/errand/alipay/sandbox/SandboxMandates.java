package errand.alipay.sandbox;

import errand.agent.Money;
import errand.agent.Outcome;
import errand.agent.Task;
import errand.alipay.Together;
import errand.alipay.rules.Lines;
import errand.alipay.wallet.CloseMandate;
import errand.alipay.wallet.ListMandates;
import errand.alipay.wallet.MandateList;
import errand.alipay.wallet.MandateTerms;
import errand.alipay.wallet.Mandates;
import errand.alipay.wallet.OpenedMandate;
import errand.alipay.wallet.ReleaseReservation;
import errand.alipay.wallet.ReleasedReservation;
import errand.alipay.wallet.Reserve;
import errand.alipay.wallet.Reserved;
import errand.runtime.sandbox.Ids;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Mandates of the sandbox; each operation in one transaction, the caller's when there is one. */
public final class SandboxMandates implements Mandates {

    private final Together together;
    private final MandateRows rows;

    SandboxMandates(JdbcClient db, Together together) {
        this.together = together;
        this.rows = new MandateRows(db);
    }

    /** Over a pool whose tables exist. */
    public static SandboxMandates on(DataSource data) {
        return new SandboxMandates(
                JdbcClient.create(data),
                new Together(new TransactionTemplate(new JdbcTransactionManager(data))));
    }

    @Override
    public Outcome<OpenedMandate> open(MandateTerms wish, Task task) {
        return together.run(
                () -> {
                    StoredMandate known = rows.underKey(task.id()).orElse(null);
                    if (known != null) {
                        return opened(known);
                    }
                    Instant until = until(wish.until());
                    String wrong = wrong(wish, until, task.now());
                    if (wrong != null || until == null) {
                        return MandateWording.mandateInvalid(task, String.valueOf(wrong));
                    }
                    Money each = wish.perPayment();
                    StoredMandate mandate =
                            new StoredMandate(
                                    wish.mandateId(),
                                    wish.payees(),
                                    wish.capabilities(),
                                    wish.total().amount(),
                                    each == null ? null : each.amount(),
                                    until,
                                    0,
                                    false,
                                    1);
                    rows.add(mandate, task.user(), task.id(), task.now());
                    return opened(mandate);
                });
    }

    private static @Nullable Instant until(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static @Nullable String wrong(MandateTerms wish, @Nullable Instant until, Instant now) {
        if (wish.payees().isEmpty() || wish.capabilities().isEmpty()) {
            return "payees, capabilities";
        }
        if (!Lines.payable(wish.total())) {
            return "total";
        }
        if (wish.perPayment() != null && !Lines.payable(wish.perPayment())) {
            return "perPayment";
        }
        return until == null || !now.isBefore(until) ? "until" : null;
    }

    @Override
    public Outcome<OpenedMandate> close(CloseMandate wish, Task task) {
        return together.run(
                () -> {
                    if (rows.lock(wish.mandateId(), task.user()).isEmpty()) {
                        return MandateWording.unknownMandate(task, wish.mandateId());
                    }
                    rows.close(wish.mandateId(), task.now());
                    return opened(rows.get(wish.mandateId()));
                });
    }

    private static Outcome<OpenedMandate> opened(StoredMandate mandate) {
        return Outcome.done(new OpenedMandate(mandate.id(), mandate.shown()));
    }

    @Override
    public Outcome<Reserved> reserve(Reserve wish, Task task) {
        return together.run(
                () -> {
                    MandateRows.Row known = rows.reservationUnderKey(task.id()).orElse(null);
                    return known == null ? reserveNew(wish, task) : reserved(known);
                });
    }

    /** All mandates of the person are locked first: nobody else reserves meanwhile. */
    private Outcome<Reserved> reserveNew(Reserve wish, Task task) {
        List<StoredMandate> covering =
                rows.lockOpen(task.user()).stream()
                        .filter(mandate -> mandate.active(task.now()))
                        .filter(mandate -> wish.lines().stream().allMatch(mandate::covers))
                        .toList();
        if (wish.lines().isEmpty() || covering.isEmpty()) {
            return MandateWording.noMandate(task);
        }
        long sum = wish.lines().stream().mapToLong(line -> line.amount().amount()).sum();
        List<MandateRows.Row> old = replaced(wish, task);
        Optional<StoredMandate> enough =
                covering.stream().filter(mandate -> left(mandate, old) >= sum).findFirst();
        if (enough.isEmpty()) {
            long most = covering.stream().mapToLong(it -> left(it, old)).max().orElse(0);
            return MandateWording.mandateExhausted(task, Money.cny(most), Money.cny(sum));
        }
        old.forEach(it -> giveBack(it, "REPLACED"));
        MandateRows.Row row =
                new MandateRows.Row(Ids.ofTask("R", task.id()), enough.get().id(), sum, true);
        rows.take(row.mandateId(), sum);
        rows.add(row, task.user(), wish.lines(), task.id(), task.now());
        return reserved(row);
    }

    private List<MandateRows.Row> replaced(Reserve wish, Task task) {
        List<MandateRows.Row> old = new ArrayList<>();
        for (String id : wish.replaces().stream().distinct().toList()) {
            rows.lockReservation(id, task.user()).filter(MandateRows.Row::open).ifPresent(old::add);
        }
        return old;
    }

    private static long left(StoredMandate mandate, List<MandateRows.Row> old) {
        long back =
                old.stream()
                        .filter(row -> row.mandateId().equals(mandate.id()))
                        .mapToLong(MandateRows.Row::total)
                        .sum();
        return mandate.left() + back;
    }

    private void giveBack(MandateRows.Row row, String state) {
        rows.end(row.id(), state);
        rows.take(row.mandateId(), -row.total());
    }

    private Outcome<Reserved> reserved(MandateRows.Row row) {
        return Outcome.done(
                new Reserved(row.id(), Money.cny(row.total()), rows.get(row.mandateId()).shown()));
    }

    @Override
    public Outcome<ReleasedReservation> release(ReleaseReservation wish, Task task) {
        return together.run(
                () -> {
                    String id = wish.reservationId();
                    // The mandate first, as reserving does: two cannot wait for each other.
                    rows.reservation(id, task.user())
                            .ifPresent(known -> rows.lock(known.mandateId(), task.user()));
                    MandateRows.Row row = rows.lockReservation(id, task.user()).orElse(null);
                    if (row == null) {
                        return MandateWording.unknownReservation(task, id);
                    }
                    long released = row.open() ? row.total() : 0;
                    if (row.open()) {
                        giveBack(row, "RELEASED");
                    }
                    return Outcome.done(
                            new ReleasedReservation(
                                    Money.cny(released), rows.get(row.mandateId()).shown()));
                });
    }

    @Override
    public Outcome<MandateList> list(ListMandates wish, Task task) {
        return together.run(
                () -> {
                    boolean all = Boolean.TRUE.equals(wish.all());
                    List<StoredMandate> mandates =
                            rows.of(task.user()).stream()
                                    .filter(mandate -> all || mandate.active(task.now()))
                                    .toList();
                    Money left =
                            Money.cny(
                                    mandates.stream()
                                            .filter(mandate -> mandate.active(task.now()))
                                            .mapToLong(StoredMandate::left)
                                            .sum());
                    return Outcome.done(
                            new MandateList(
                                    Titles.mandates(task, mandates.size(), left),
                                    left,
                                    mandates.stream().map(StoredMandate::shown).toList()));
                });
    }
}
