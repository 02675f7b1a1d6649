/** Wallets and merchants in a double-entry ledger in PostgreSQL, instead of the real Alipay. */
@NullMarked
package errand.alipay.sandbox;

import org.jspecify.annotations.NullMarked;
