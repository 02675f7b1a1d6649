package errand.taobao.market;

/** Why something goes back. */
public enum ReturnReason {
    /** Seven days, no reason needed (七天无理由): the person pays for sending it back. */
    NO_REASON,
    /** Broken or of bad quality (质量问题): the seller pays. */
    QUALITY,
    /** Not what was ordered (发错货): the seller pays. */
    WRONG_ITEM,
    /** Not as described (与描述不符): the seller pays. */
    NOT_AS_DESCRIBED;

    /** Whether the seller has to pay for it. */
    public boolean sellersFault() {
        return this != NO_REASON;
    }
}
