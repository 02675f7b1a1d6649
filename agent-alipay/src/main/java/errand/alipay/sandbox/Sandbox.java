package errand.alipay.sandbox;

import errand.alipay.Services;
import errand.alipay.Together;
import java.security.SecureRandom;
import java.util.random.RandomGenerator;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** All of the sandbox, put together over one pool whose tables exist. */
public final class Sandbox {

    private final SandboxWallet wallet;
    private final SandboxTrades trades;
    private final SandboxTransfers transfers;
    private final SandboxMandates mandates;
    private final SandboxBooks books;
    private final SandboxPeople people;

    /**
     * @param random what ids of quotes are made of
     */
    Sandbox(
            DataSource data,
            PlatformTransactionManager transactions,
            Rules rules,
            RandomGenerator random) {
        JdbcClient db = JdbcClient.create(data);
        Together together = new Together(new TransactionTemplate(transactions));
        Ledger ledger = new Ledger(db);
        Movements movements = new Movements(db, ledger);
        Purses purses = new Purses(db, ledger, movements, rules);
        MethodRules methodRules = new MethodRules(db);
        Funds funds = new Funds(purses, methodRules);
        RedPacketRows packets = new RedPacketRows(db);
        Authorisations authorisations = new Authorisations(db);
        Payments payments = new Payments(db);
        TransferQuotes transferQuotes = new TransferQuotes(db);
        Choosing choosing =
                new Choosing(funds, packets, new PaymentQuotes(db), transferQuotes, rules, random);
        Transferring transferring =
                new Transferring(
                        ledger,
                        purses,
                        movements,
                        funds,
                        transferQuotes,
                        new SentTransfers(db),
                        rules);
        this.wallet =
                new SandboxWallet(
                        together,
                        new SandboxWallet.Parts(
                                purses,
                                funds,
                                packets,
                                new Statements(db),
                                choosing,
                                new Authorising(ledger, purses, authorisations, choosing, packets),
                                new Capturing(
                                        ledger, purses, movements, authorisations, payments)));
        this.trades =
                new SandboxTrades(
                        together,
                        payments,
                        authorisations,
                        new Refunding(
                                ledger,
                                purses,
                                movements,
                                authorisations,
                                payments,
                                new Refunds(db),
                                packets));
        this.transfers =
                new SandboxTransfers(
                        together,
                        new TransferQuoting(
                                Directory.packaged(),
                                funds,
                                transferring,
                                transferQuotes,
                                rules,
                                random),
                        transferring);
        this.mandates = new SandboxMandates(db, together);
        this.books = new SandboxBooks(together, new Report(db));
        this.people = new SandboxPeople(together, purses, methodRules, packets);
    }

    /** Over a pool whose tables exist; every wallet begins with the same. */
    public static Sandbox on(DataSource data, long openingBalance) {
        return on(data, Rules.USUAL.withBalance(openingBalance));
    }

    static Sandbox on(DataSource data, Rules rules) {
        return new Sandbox(data, new JdbcTransactionManager(data), rules, new SecureRandom());
    }

    public SandboxWallet wallet() {
        return wallet;
    }

    public SandboxTrades trades() {
        return trades;
    }

    public SandboxTransfers transfers() {
        return transfers;
    }

    public SandboxMandates mandates() {
        return mandates;
    }

    /** All that the agent can offer. */
    public Services services() {
        return Services.none().with(wallet).with(trades).with(transfers).with(mandates).with(books);
    }

    SandboxBooks books() {
        return books;
    }

    SandboxPeople people() {
        return people;
    }
}
