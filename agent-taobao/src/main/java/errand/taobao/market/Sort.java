package errand.taobao.market;

/** What comes first. */
public enum Sort {
    /** Cheapest first, by what is paid in the end. */
    PAYABLE,
    /** What fits the words best. */
    RELEVANCE,
    /** What most people bought in the last month (销量). */
    SALES,
    /** What arrives first (最快送达). */
    FASTEST
}
