package errand.alipay.sandbox;

import errand.agent.Outcome;
import errand.agent.Task;
import errand.alipay.Together;
import errand.alipay.wallet.QuoteTransfer;
import errand.alipay.wallet.SendTransfer;
import errand.alipay.wallet.TransferQuote;
import errand.alipay.wallet.TransferSent;
import errand.alipay.wallet.Transfers;

/** Transfers of the sandbox; each operation in one transaction, the caller's when there is one. */
public final class SandboxTransfers implements Transfers {

    private final Together together;
    private final TransferQuoting quoting;
    private final Transferring transferring;

    SandboxTransfers(Together together, TransferQuoting quoting, Transferring transferring) {
        this.together = together;
        this.quoting = quoting;
        this.transferring = transferring;
    }

    @Override
    public Outcome<TransferQuote> quote(QuoteTransfer wish, Task task) {
        return together.run(() -> quoting.quote(wish, task));
    }

    @Override
    public Outcome<TransferSent> send(SendTransfer wish, Task task) {
        return together.run(() -> transferring.send(wish, task));
    }
}
