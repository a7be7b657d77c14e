/** What a server's certificate is verified against. Nothing here turns verification off. */
package tls;
