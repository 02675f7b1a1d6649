/**
 * Alipay's open platform behind the ports: what it offers third parties, which is payments on
 * Alipay's own page, looking at them and giving them back. Knows no wallet.
 */
@NullMarked
package errand.alipay.live;

import org.jspecify.annotations.NullMarked;
