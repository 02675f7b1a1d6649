package errand.alipay.sandbox;

import errand.agent.Money;
import errand.agent.Outcome;
import errand.agent.Task;
import errand.alipay.Together;
import errand.alipay.wallet.Authorise;
import errand.alipay.wallet.Authorised;
import errand.alipay.wallet.Balance;
import errand.alipay.wallet.Capture;
import errand.alipay.wallet.Captured;
import errand.alipay.wallet.ListMethods;
import errand.alipay.wallet.ListRedPackets;
import errand.alipay.wallet.Method;
import errand.alipay.wallet.MethodState;
import errand.alipay.wallet.Methods;
import errand.alipay.wallet.PaymentQuote;
import errand.alipay.wallet.QuotePayment;
import errand.alipay.wallet.ReadBalance;
import errand.alipay.wallet.ReadStatement;
import errand.alipay.wallet.RedPacket;
import errand.alipay.wallet.RedPackets;
import errand.alipay.wallet.Statement;
import errand.alipay.wallet.VoidPayment;
import errand.alipay.wallet.Voided;
import errand.alipay.wallet.Wallet;
import errand.runtime.sandbox.World;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;

/** Wallets of the sandbox; each operation in one transaction, the caller's when there is one. */
public final class SandboxWallet implements Wallet {

    private final Together together;
    private final Parts parts;

    /** What a wallet is made of. */
    record Parts(
            Purses purses,
            Funds funds,
            RedPacketRows packets,
            Statements statements,
            Choosing choosing,
            Authorising authorising,
            Capturing capturing) {}

    SandboxWallet(Together together, Parts parts) {
        this.together = together;
        this.parts = parts;
    }

    /** Over a pool whose tables exist; every wallet begins with the same. */
    public static SandboxWallet on(DataSource data, long openingBalance) {
        return Sandbox.on(data, openingBalance).wallet();
    }

    @Override
    public Outcome<Balance> balance(ReadBalance wish, Task task) {
        return together.run(
                () -> {
                    Money free =
                            Money.cny(parts.purses().free(task.user(), Method.BALANCE, task.now()));
                    Money reserved =
                            Money.cny(parts.purses().reserved(task.user(), Method.BALANCE));
                    return Outcome.done(
                            new Balance(
                                    free,
                                    reserved,
                                    Titles.balance(task, free, reserved),
                                    World.at(task.now())));
                });
    }

    @Override
    public Outcome<Methods> methods(ListMethods wish, Task task) {
        return together.run(
                () -> {
                    List<MethodState> all = parts.funds().all(task);
                    Method preferred = all.getFirst().method();
                    return Outcome.done(new Methods(Titles.methods(task, all), preferred, all));
                });
    }

    @Override
    public Outcome<RedPackets> redPackets(ListRedPackets wish, Task task) {
        return together.run(
                () -> {
                    parts.packets().greet(task.user(), task.now());
                    boolean all = Boolean.TRUE.equals(wish.all());
                    List<RedPacket> packets =
                            parts.packets().of(task.user()).stream()
                                    .filter(packet -> all || packet.usable(task.now()))
                                    .map(packet -> packet.shown(task.now()))
                                    .toList();
                    return Outcome.done(
                            new RedPackets(Titles.redPackets(task, packets.size()), packets));
                });
    }

    @Override
    public Outcome<Statement> statement(ReadStatement wish, Task task) {
        return together.run(
                () -> {
                    parts.purses().open(task.user(), Method.BALANCE, task.now());
                    return parts.statements().read(wish, task);
                });
    }

    @Override
    public Outcome<PaymentQuote> quote(QuotePayment wish, Task task) {
        return together.run(() -> parts.choosing().quote(wish, task));
    }

    @Override
    public Outcome<Authorised> authorise(Authorise wish, Task task) {
        return together.run(() -> parts.authorising().authorise(wish, task));
    }

    @Override
    public Outcome<Captured> capture(Capture wish, Task task) {
        return together.run(() -> parts.capturing().capture(wish, task));
    }

    @Override
    public Outcome<Voided> release(VoidPayment wish, Task task) {
        return together.run(() -> parts.authorising().release(wish, task));
    }

    /** Control of the sandbox: what can be spent of the balance from now on. */
    public void setBalance(String user, long fen, Instant now) {
        together.transactions()
                .executeWithoutResult(status -> parts.purses().set(user, Method.BALANCE, fen, now));
    }
}
