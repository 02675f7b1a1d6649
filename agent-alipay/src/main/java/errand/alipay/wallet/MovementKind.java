package errand.alipay.wallet;

import errand.agent.Describe;

/** Why a person's money moved. */
@Describe(
        "PAYMENT (付款), REFUND (退款), TRANSFER_OUT (转出), TRANSFER_IN (转入), FEE (手续费), TOP_UP (充值), OPENING (开户), ADJUSTMENT (调整)")
public enum MovementKind {
    PAYMENT,
    REFUND,
    TRANSFER_OUT,
    TRANSFER_IN,
    FEE,
    TOP_UP,
    OPENING,
    ADJUSTMENT
}
