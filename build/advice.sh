# How to get what building needs, in one command of this system; sourced by the launcher.
# Set before, if it is not /etc/os-release: os_release (what names the system).

# Prints the system's name and version, like "debian 13".
this_system() {
    case $(uname -s) in
        Darwin) echo macos ;;
        *) (
            ID= VERSION_ID=
            # shellcheck disable=SC1090
            . "${os_release:-/etc/os-release}" 2>/dev/null
            echo "$ID $VERSION_ID"
        ) ;;
    esac
}

how_to_get_java() {
    case $(this_system) in
        macos*) echo 'Install it with:  brew install --cask temurin@25' ;;
        "debian 12"* | "debian 11"* | "ubuntu 22"* | "ubuntu 24.04"*)
            echo 'This system has none in its packages: install Eclipse Temurin 25 from adoptium.net.' ;;
        debian* | ubuntu* | raspbian*) echo 'Install it with:  sudo apt install openjdk-25-jdk' ;;
        fedora* | rhel* | centos*) echo 'Install it with:  sudo dnf install java-25-openjdk-devel' ;;
        arch* | manjaro*) echo 'Install it with:  sudo pacman -S jdk25-openjdk' ;;
        opensuse*) echo 'Install it with:  sudo zypper install java-25-openjdk-devel' ;;
        *) echo 'Install one, for example Eclipse Temurin 25 from adoptium.net.' ;;
    esac
}

how_to_get_node() {
    case $(this_system) in
        macos*) echo 'Install it with:  brew install node' ;;
        "debian 12"* | "debian 11"* | "ubuntu 22"* | "ubuntu 24.04"*)
            echo 'This system has only an older one in its packages: install it from nodejs.org.' ;;
        debian* | ubuntu* | raspbian*) echo 'Install it with:  sudo apt install nodejs npm' ;;
        fedora* | rhel* | centos*) echo 'Install it with:  sudo dnf install nodejs' ;;
        arch* | manjaro*) echo 'Install it with:  sudo pacman -S nodejs npm' ;;
        opensuse*) echo 'Install it with:  sudo zypper install nodejs npm' ;;
        *) echo 'Install it from nodejs.org.' ;;
    esac
}

# Whether a version such as "v20.19.4" is one that the pages are built with: 20.19 and up, or 22.12 and up.
is_node_enough() {
    numbers=${1#v}
    major=${numbers%%.*}
    rest=${numbers#*.}
    minor=${rest%%.*}
    case $major$minor in *[!0-9]* | '') return 1 ;; esac
    [ "$major" -ge 23 ] || { [ "$major" -eq 22 ] && [ "$minor" -ge 12 ]; } ||
        { [ "$major" -eq 20 ] && [ "$minor" -ge 19 ]; }
}
