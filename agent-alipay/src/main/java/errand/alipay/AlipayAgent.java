package errand.alipay;

import errand.agent.Agent;
import errand.agent.Capabilities;
import errand.alipay.wallet.Authorise;
import errand.alipay.wallet.Authorised;
import errand.alipay.wallet.Balance;
import errand.alipay.wallet.Capture;
import errand.alipay.wallet.Captured;
import errand.alipay.wallet.CloseMandate;
import errand.alipay.wallet.MandateTerms;
import errand.alipay.wallet.Mandates;
import errand.alipay.wallet.OpenedMandate;
import errand.alipay.wallet.ReadBalance;
import errand.alipay.wallet.Refund;
import errand.alipay.wallet.Refunded;
import errand.alipay.wallet.ReleaseReservation;
import errand.alipay.wallet.ReleasedReservation;
import errand.alipay.wallet.Reserve;
import errand.alipay.wallet.Reserved;
import errand.alipay.wallet.VoidPayment;
import errand.alipay.wallet.Voided;
import errand.alipay.wallet.Wallet;
import org.springframework.stereotype.Component;

/**
 * What Alipay can do: say a balance, reserve money, pay it out, give it back; keep what people
 * allowed beforehand.
 */
@Component
public final class AlipayAgent implements Agent {

    private final Wallet wallet;
    private final Mandates mandates;

    public AlipayAgent(Wallet wallet, Mandates mandates) {
        this.wallet = wallet;
        this.mandates = mandates;
    }

    @Override
    public Capabilities capabilities() {
        return Capabilities.of("alipay")
                .can("balance.read", ReadBalance.class, Balance.class, wallet::balance)
                .described("Says the balance of the person's wallet (余额) and what is reserved")
                .reads()
                .can("payment.authorise", Authorise.class, Authorised.class, wallet::authorise)
                .described(
                        "Reserves money (冻结, 预授权) for quotes the person agreed to; nobody is paid yet")
                .pays()
                .undoneBy("payment.void")
                .can("payment.capture", Capture.class, Captured.class, wallet::capture)
                .described(
                        "Pays (付款, 扣款) the named quotes of an authorisation; the rest of it is given back")
                .pays()
                .undoneBy("payment.refund")
                .can("payment.void", VoidPayment.class, Voided.class, wallet::release)
                .described("Gives back (解冻) what an authorisation still reserves")
                .pays()
                .forGood()
                .can("payment.refund", Refund.class, Refunded.class, wallet::refund)
                .described("Gives back (退款) all that one capture has paid, once")
                .pays()
                .forGood()
                .can("mandate.open", MandateTerms.class, OpenedMandate.class, mandates::open)
                .described(
                        "Keeps what the person allows beforehand (免确认授权); for the platform alone")
                .holds()
                .undoneBy("mandate.close")
                .can("mandate.close", CloseMandate.class, OpenedMandate.class, mandates::close)
                .described("Closes a mandate; for the platform alone")
                .holds()
                .forGood()
                .can("mandate.reserve", Reserve.class, Reserved.class, mandates::reserve)
                .described("Reserves against a mandate of the person; for the platform alone")
                .holds()
                .undoneBy("mandate.release")
                .can(
                        "mandate.release",
                        ReleaseReservation.class,
                        ReleasedReservation.class,
                        mandates::release)
                .described("Gives a reservation back to its mandate; for the platform alone")
                .holds()
                .forGood();
    }
}
