package errand.alipay.sandbox;

import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import tools.jackson.databind.JsonNode;

/** Control of the wallets over HTTP, on the agent's own port, and a look at the whole ledger. */
@RestController
@ConditionalOnProperty(name = "errand.alipay.mode", havingValue = "sandbox", matchIfMissing = true)
class SandboxControl {

    private final SandboxWallet wallet;
    private final JdbcClient db;
    private final Clock clock;

    SandboxControl(SandboxWallet wallet, JdbcClient db, Clock clock) {
        this.wallet = wallet;
        this.db = db;
        this.clock = clock;
    }

    /**
     * What to change.
     *
     * @param balance free to spend from now on: fen, or money of {@code amount} and {@code
     *     currency}
     */
    record Change(@Nullable JsonNode balance) {}

    /** What a wallet holds now, in fen. */
    record Changed(String user, long balance) {}

    /** By a transfer from or to the world, so that the ledger still sums to zero. */
    @PatchMapping("/sandbox/wallets/{user}")
    Changed change(@PathVariable String user, @RequestBody Change change) {
        long fen = fen(change.balance());
        wallet.setBalance(user, fen, clock.instant());
        return new Changed(user, fen);
    }

    /** The view {@code alipay.ledger_sum}: sum (0), transfers, open authorisations, fen held. */
    @GetMapping("/sandbox/ledger")
    Map<String, Object> ledger() {
        return db.sql("select * from alipay.ledger_sum").query().singleRow();
    }

    private static long fen(@Nullable JsonNode balance) {
        JsonNode amount = balance != null && balance.isObject() ? balance.path("amount") : balance;
        if (amount == null || !amount.isIntegralNumber() || amount.longValue() < 0) {
            throw new ResponseStatusException(
                    HttpStatus.BAD_REQUEST,
                    "balance must be a number of fen from 0, or {\"amount\":…,\"currency\":\"CNY\"}.");
        }
        return amount.longValue();
    }
}
