/** The alipay agent: a wallet that pays. Knows nothing of Kafka, plans or what is bought. */
@NullMarked
package errand.alipay;

import org.jspecify.annotations.NullMarked;
