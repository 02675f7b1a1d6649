/**
 * What holds for money in every adapter: which lines can be paid, whether the person saw them, what
 * can be given back, and how a no is worded. Knows neither ledger nor vendor.
 */
@NullMarked
package errand.alipay.rules;

import org.jspecify.annotations.NullMarked;
