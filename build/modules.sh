# Of Java, what the program and its libraries ask for; locale data tell dates and countries in the user's language.
modules=java.base,java.desktop,java.instrument,java.logging,java.management,java.naming,java.net.http,java.security.jgss,java.sql,java.xml,jdk.charsets,jdk.incubator.vector,jdk.localedata,jdk.management,jdk.net,jdk.unsupported,jdk.zipfs
